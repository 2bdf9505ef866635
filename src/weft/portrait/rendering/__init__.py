"""One portrait, many forms: plain data, a page, a PDF; each reads the same object."""
