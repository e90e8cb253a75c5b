namespace JourneyApps.Internal.Serialization.Models;

/// <summary>For whom an object is written.</summary>
internal enum WriteMode
{
    /// <summary>The API: bare keys, uploads in place, other attachments as ids.</summary>
    Api,

    /// <summary>The API's PUT of an object that was read: fields without a value are left out.</summary>
    ApiWithoutNulls,

    /// <summary>Another serializer: everything that is known.</summary>
    Hop,
}
