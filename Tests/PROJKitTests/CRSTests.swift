// Names of coordinate reference systems: what is read and what is refused.

import KGeoCore
import PROJKit
import Testing

@Suite struct CRSTests {
    @Test(arguments: [
        "EPSG:32637", "epsg:32637", "urn:ogc:def:crs:EPSG::32637", "urn:ogc:def:crs:EPSG:9.9:32637",
        "http://www.opengis.net/def/crs/EPSG/0/32637", "https://www.opengis.net/def/crs/EPSG/0/32637",
    ])
    func namesOfUTM(text: String) throws {
        #expect(try CRS(parsing: text) == .epsg(32637))
    }

    @Test(arguments: [
        "CRS84", "OGC:CRS84", "urn:ogc:def:crs:OGC:1.3:CRS84", "urn:ogc:def:crs:OGC::CRS84",
        "http://www.opengis.net/def/crs/OGC/1.3/CRS84",
    ])
    func namesOfCRS84(text: String) throws {
        #expect(try CRS(parsing: text) == .crs84)
        #expect(try CRS(parsing: text).isWGS84)
    }

    @Test func otherSystemsAreNotWGS84() throws {
        #expect(CRS.epsg(4326).isWGS84)
        #expect(!CRS.epsg(3857).isWGS84)
        #expect(try !CRS.projString("+proj=longlat +datum=WGS84").isWGS84)
    }

    @Test(arguments: [
        "", "EPSG:", "EPSG:-1", "EPSG:+4326", "EPSG:4326 ", "EPSG:4326+5773", "EPSG:12345678901", "EPSG:４３２６",
        "urn:ogc:def:crs:EPSG:4326", "urn:ogc:def:crs:EPSG::", "urn:ogc:def:crs:EPSG::4326:1", "ESRI:102027",
        "+proj=longlat +datum=WGS84", "WGS84", "/etc/passwd", "{\"type\":\"GeographicCRS\"}", "EPSG:4326\0",
        "http://www.opengis.net/def/crs/EPSG/0/", "http://example.org/def/crs/EPSG/0/4326", "GEOGCS[\"x\"]",
    ])
    func otherTextIsRefused(text: String) {
        let problem = #expect(throws: Problem.self) { _ = try CRS(parsing: text) }
        #expect(problem?.code == .crs)
        #expect(problem?.hint != nil)
    }

    @Test(arguments: [
        "+proj=longlat +datum=WGS84 +nadgrids=@null", "+proj=longlat +ellps=intl +nadgrids=ntf_r93.gsb",
        "+init=epsg:4326", "init=epsg:4326", "+proj=pipeline +step +proj=hgridshift +grids=ntf_r93.gsb",
        "+proj=pipeline +step +proj=utm +zone=37", "+proj=vgridshift +grids=@egm96_15.gtx",
        "+proj=longlat +geoidgrids=egm96_15.gtx", "+proj=longlat +NADGRIDS=x", "+proj=longlat +ellps=@file",
        "+proj=defmodel +model=/tmp/x.json", "+proj=tinshift +file=/tmp/x.json", "+datum=WGS84", "",
        "+proj=longlat\n+datum=WGS84", "+proj=longlat\0+init=x", "+proj=longlat +title=\"a b\"",
        "+proj=utm +=3",
        "+proj=longlat +type=other",
    ])
    func dangerousProjStringsAreRefused(text: String) {
        let problem = #expect(throws: Problem.self) { _ = try CRS(projString: text) }
        #expect(problem?.code == .crs)
    }

    @Test func projStringsAreTidied() throws {
        let crs = try CRS(projString: "  proj=laea   +lat_0=48 lon_0=31 +datum=WGS84 +no_defs +type=crs ")
        #expect(crs.description == "+proj=laea +lat_0=48 +lon_0=31 +datum=WGS84 +no_defs")
    }
}
