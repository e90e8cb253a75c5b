namespace JourneyApps.Internal.Serialization.Models;

/// <summary>What an object is written for.</summary>
internal enum WriteMode
{
    /// <summary>The API: bare keys, uploads in place, other attachments as ids.</summary>
    Api,

    /// <summary>The API's PUT of an object that was read: fields without a value are omitted.</summary>
    ApiWithoutNulls,

    /// <summary>Another serializer: everything that is known.</summary>
    RoundTrip,
}
