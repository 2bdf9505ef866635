"""How the compiled core is built: by the system's compiler, or by the one inside ziglang."""
