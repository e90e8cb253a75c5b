using System.ComponentModel;

namespace JourneyApps.CompilerServices;

/// <summary>What a generated model provides to the runtime; implemented explicitly, so that it is not visible on the model.</summary>
/// <typeparam name="TSelf">The model itself.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IModel<TSelf> where TSelf : class, IModel<TSelf>
{
    /// <summary>The model's description; one instance per model.</summary>
    static abstract ModelInfo<TSelf> Info { get; }

    /// <summary>Identity and tracking of this object.</summary>
    ref ModelState State { get; }

    /// <summary>Reads the members of one JSON object into the fields.</summary>
    /// <param name="reader">Is at the start of the object, and at its end afterwards.</param>
    void Read(ref ModelReader reader);

    /// <summary>Offers every member to the writer, in the order of their indexes.</summary>
    /// <param name="writer">Decides by mask and mode which of them are written.</param>
    void Write(ref ModelWriter writer);

    /// <summary>Copies the fields of another object without marking anything.</summary>
    /// <param name="source">Where the values come from.</param>
    /// <param name="members">Which members are copied.</param>
    void CopyFrom(TSelf source, in FieldMask members);

    /// <summary>Called after a call of the API has changed the values or the state of this object.</summary>
    void OnStateChanged() { }
}
