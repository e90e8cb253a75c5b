namespace JourneyApps.Emulator;

/// <summary>A call of the API, for <see cref="Fault.Route"/>.</summary>
public enum EmulatorRoute
{
    /// <summary>A path that the API does not have.</summary>
    None,

    /// <summary><c>GET objects/{model}.json</c></summary>
    List,

    /// <summary><c>GET objects/{model}/{id}.json</c></summary>
    Get,

    /// <summary><c>GET objects/{model}/count.json</c></summary>
    Count,

    /// <summary><c>POST objects/{model}/query.json</c></summary>
    Query,

    /// <summary><c>POST objects/{model}/search.json</c></summary>
    Search,

    /// <summary><c>POST objects/{model}.json</c></summary>
    Create,

    /// <summary><c>PATCH objects/{model}/{id}.json</c></summary>
    Update,

    /// <summary><c>PUT objects/{model}/{id}.json</c></summary>
    Replace,

    /// <summary><c>DELETE objects/{model}/{id}.json</c></summary>
    Delete,

    /// <summary><c>POST batch.json</c></summary>
    Batch,

    /// <summary><c>GET oplog.json</c></summary>
    Oplog,

    /// <summary><c>GET datamodel.json</c></summary>
    DataModelJson,

    /// <summary><c>GET datamodel.xml</c></summary>
    DataModelXml,

    /// <summary><c>GET info.json</c></summary>
    Info,

    /// <summary><c>GET indexes.json</c></summary>
    Indexes,

    /// <summary>All calls of <c>users</c>.</summary>
    Users,

    /// <summary>A file, by its absolute URL in an object.</summary>
    Media,
}
