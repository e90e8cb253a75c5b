namespace JourneyApps.Generator.OtherGenerators;

/// <summary>How much of a type another source generator has to see.</summary>
internal enum UseDepth
{
    /// <summary>The type itself. Names of type arguments are only copied.</summary>
    Itself,

    /// <summary>Type arguments and elements as well.</summary>
    Arguments,

    /// <summary>The base types and properties of the project's own types as well.</summary>
    Members,
}
