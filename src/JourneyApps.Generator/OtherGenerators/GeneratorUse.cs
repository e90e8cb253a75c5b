namespace JourneyApps.Generator.OtherGenerators;

/// <summary>A type that the project gives to another source generator, and the types that it reaches.</summary>
/// <param name="Generator">The other generator.</param>
/// <param name="Type">The type, as written.</param>
/// <param name="Unresolved">Names that the compiler cannot resolve. A generated model is one, because generators do not see each other's
/// output.</param>
/// <param name="Declared">Full names of the project's own types among them. A user's <c>partial class Job</c> is one.</param>
/// <param name="Path">The file in which the type is written.</param>
/// <param name="Range">The range to report.</param>
internal sealed record GeneratorUse(
    OtherGenerator Generator,
    string Type,
    EquatableArray<string> Unresolved,
    EquatableArray<string> Declared,
    string Path,
    TextRange Range);
