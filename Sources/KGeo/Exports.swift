// The umbrella: what another package imports to measure maps and check figures.

@_exported public import GEOSKit
@_exported public import KGeoArticle
@_exported public import KGeoClaims
@_exported public import KGeoControl
@_exported public import KGeoCore
@_exported public import KGeoExtract
@_exported public import KGeoJSON
@_exported public import KGeoMeasure
@_exported public import KGeoReconstruct
@_exported public import KGeoScenario
@_exported public import KGeoSurface
@_exported public import KGeoVerdict
@_exported public import PROJKit
