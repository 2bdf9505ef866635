"""What shape is the network: groups, core, bridges, phase?"""
