"""DuckDB with its extension spatial. IN OUT; without arguments: start-up."""
import sys
import duckdb

base = duckdb.connect()
base.execute("LOAD spatial")
if len(sys.argv) == 3:
    source, target = sys.argv[1].replace("'", "''"), sys.argv[2].replace("'", "''")
    base.execute(
        f"COPY (SELECT id, ST_Area_Spheroid(ST_FlipCoordinates(geom)) AS area_m2, "
        f"ST_Perimeter_Spheroid(ST_FlipCoordinates(geom)) AS perimeter_m FROM ST_Read('{source}')) TO '{target}' (HEADER)")
