namespace JourneyApps.Schema;

/// <summary>How much of a data model a comparison looks at: no more than both sides know. Each value includes those before it.</summary>
public enum DataModelDetail
{
    /// <summary>What generated code knows at run time: models, fields with their types, belongs-to, and the options of choices with their
    /// labels.</summary>
    GeneratedCode,

    /// <summary>What the API's <c>datamodel.json</c> contains: also has-many, labels, display formats, subtypes and the app-user
    /// model.</summary>
    Json,

    /// <summary>Everything in <c>schema.xml</c>: also media types, automatic downloads, the options of booleans, classifications, indexes,
    /// webhooks and push messages.</summary>
    Xml,
}
