"""Files of graph programs: Pajek, GML, GEXF, GraphML, UCINET DL and NetDraw VNA."""
