namespace JourneyApps.Schema;

/// <summary>A part of a data model that can differ.</summary>
public enum DataModelPart
{
    /// <summary>The model whose objects are the app's users.</summary>
    AppUserModel,

    /// <summary>A model.</summary>
    Model,

    /// <summary>A field.</summary>
    Field,

    /// <summary>The type of a field.</summary>
    FieldType,

    /// <summary>The subtype of a text field.</summary>
    Subtype,

    /// <summary>The media type of an attachment.</summary>
    MediaType,

    /// <summary>Whether apps download the file of a field on their own.</summary>
    AutoDownload,

    /// <summary>A relationship to one object of another model; as a change, the model that it leads to.</summary>
    BelongsTo,

    /// <summary>A relationship to the objects of another model; as a change, the belongs-to that it is the other side of.</summary>
    HasMany,

    /// <summary>An option of a choice or boolean field.</summary>
    Option,

    /// <summary>The label of a model, field or option.</summary>
    Label,

    /// <summary>The format of an object's display text.</summary>
    Display,

    /// <summary>Whether a model is classified as sensitive.</summary>
    Classification,

    /// <summary>A database index.</summary>
    Index,

    /// <summary>A webhook.</summary>
    Webhook,

    /// <summary>A push message to app users.</summary>
    PushMessage,
}
