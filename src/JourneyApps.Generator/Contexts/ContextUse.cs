using JourneyApps.Schema;

namespace JourneyApps.Generator.Contexts;

/// <summary>One <c>[JsonSerializable]</c> of the project, and the types that a serialiser made from it would meet.</summary>
/// <param name="Type">The type that it names, as written.</param>
/// <param name="Unresolved">Names that the compiler cannot resolve yet; a generated model is one of these, because generators do not see each other.</param>
/// <param name="Declared">Full names of the project's own types among them; a user's <c>partial class Job</c> is one of these.</param>
/// <param name="Path">The file of the attribute.</param>
/// <param name="Range">Where in it.</param>
internal sealed record ContextUse(
    string Type, EquatableArray<string> Unresolved, EquatableArray<string> Declared, string Path, TextRange Range);
