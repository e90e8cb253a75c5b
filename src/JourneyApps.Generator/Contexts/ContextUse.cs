using JourneyApps.Schema;

namespace JourneyApps.Generator.Contexts;

/// <summary>A <c>[JsonSerializable]</c> attribute of the project and the types that its serializer reaches.</summary>
/// <param name="Type">The type in the attribute, as written.</param>
/// <param name="Unresolved">Names that the compiler cannot resolve. A generated model is one, because generators do not see each other's output.</param>
/// <param name="Declared">Full names of the project's own types among them. A user's <c>partial class Job</c> is one.</param>
/// <param name="Path">The file of the attribute.</param>
/// <param name="Range">The range of the attribute.</param>
internal sealed record ContextUse(
    string Type, EquatableArray<string> Unresolved, EquatableArray<string> Declared, string Path, TextRange Range);
