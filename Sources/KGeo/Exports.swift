// KGeo: measure maps and check figures. This file says what comes with it.
//
// The calls are `measureGeoJSON(_:)`, `ControlMap` with its areas, checks and changes, and `figures(in:)`. What they take
// and give are the values of KGeoCore, which come along; no other room does, and none is needed.

@_exported public import KGeoCore
