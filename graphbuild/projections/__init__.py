"""Writes the graph, or what a document says, in one format a module: Neo4j, RDF, HTML, tables, lines."""
