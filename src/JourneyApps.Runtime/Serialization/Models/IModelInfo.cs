namespace JourneyApps.Internal.Serialization.Models;

/// <summary>The description of a model whose class is not known at compile time.</summary>
internal interface IModelInfo
{
    ModelInfo Untyped { get; }

    /// <summary>Reads the object at which the reader is.</summary>
    object Read(ref ModelReader reader);
}
