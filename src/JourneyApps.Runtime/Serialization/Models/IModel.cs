using System.ComponentModel;
using JourneyApps.Internal.Serialization.Models;

namespace JourneyApps.CompilerServices;

/// <summary>What a generated model gives to the runtime; implemented explicitly, so nothing of it shows on the model.</summary>
/// <typeparam name="TSelf">The model itself.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IModel<TSelf> where TSelf : class, IModel<TSelf>
{
    /// <summary>The model's description; one instance per model.</summary>
    static abstract ModelInfo<TSelf> Info { get; }

    /// <summary>Identity and tracking of this object.</summary>
    ref ModelState State { get; }

    /// <summary>Reads the members of one JSON object into the fields.</summary>
    /// <param name="reader">Stands at the start of the object; afterwards at its end.</param>
    void Read(ref ModelReader reader);

    /// <summary>Offers every member to the writer, in the order of their indexes.</summary>
    /// <param name="writer">Decides by mask and mode which of them are written.</param>
    void Write(ref ModelWriter writer);

    /// <summary>Copies the fields of another object without marking anything.</summary>
    /// <param name="source">Where the values come from.</param>
    /// <param name="members">Which members are copied.</param>
    void CopyFrom(TSelf source, in FieldMask members);
}
