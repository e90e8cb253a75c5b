using JourneyApps.Generator.Diagnostics;
using JourneyApps.Generator.Emission;
using Microsoft.CodeAnalysis.CSharp;

namespace JourneyApps.Generator.Planning;

/// <summary>The facts about a project that decide whether code can be generated for it.</summary>
/// <param name="IsEnabled">Whether the project itself references the package.</param>
/// <param name="LanguageIsNewEnough">Whether its C# is 12 or later.</param>
/// <param name="Runtime">The version of the runtime that it references; <see langword="null"/> if it does not reference it.</param>
internal sealed record ProjectFacts(bool IsEnabled, bool LanguageIsNewEnough, string? Runtime)
{
    private const string RuntimeAssembly = "JourneyApps.Runtime";

    /// <summary>Diagnostics that prevent generation.</summary>
    public IEnumerable<LocatedDiagnostic> Diagnostics
    {
        get
        {
            if (!LanguageIsNewEnough) yield return new(ConfigurationRules.LanguageTooOld, [], "", null);
            if (Runtime is not null && Version.TryParse(Runtime, out Version? version)
                && version < Version.Parse(FileHeader.ToolVersion))
            {
                yield return new(ConfigurationRules.RuntimeTooOld, [FileHeader.ToolVersion, version.ToString(3)], "", null);
            }
        }
    }

    /// <summary>Whether the C# of a project is 12 or later.</summary>
    public static bool IsNewEnough(ParseOptions options)
        => options is not CSharpParseOptions csharp || csharp.LanguageVersion >= LanguageVersion.CSharp12;

    /// <summary>The version of the runtime that a project references.</summary>
    public static string? RuntimeOf(Compilation compilation)
    {
        foreach (AssemblyIdentity reference in compilation.ReferencedAssemblyNames)
        {
            if (reference.Name == RuntimeAssembly) return reference.Version.ToString();
        }

        return null;
    }
}
