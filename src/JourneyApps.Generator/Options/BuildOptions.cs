using Microsoft.CodeAnalysis.Diagnostics;

namespace JourneyApps.Generator.Options;

/// <summary>Reads the MSBuild properties and item metadata that are visible to the compiler. A value is one word; MSBuild cuts off the
/// rest.</summary>
internal static class BuildOptions
{
    /// <summary>The item metadata that marks a file as a schema.</summary>
    public const string SchemaMetadata = "JourneyAppsSchema";

    private const string PropertyPrefix = "build_property.";
    private const string MetadataPrefix = "build_metadata.AdditionalFiles.";

    /// <summary>Whether the project itself has the package. Analyzers reach every project downstream; only the package's own build files
    /// set this.</summary>
    public static bool IsEnabled(AnalyzerConfigOptions global) => IsOn(global, "JourneyAppsGenerator");

    /// <summary>A value of a file, or else of the project; <see langword="null"/> if neither has one.</summary>
    /// <param name="global">The project's options.</param>
    /// <param name="ofFile">The file's options; <see langword="null"/> for a property of the project alone.</param>
    /// <param name="name">The name of metadata and property.</param>
    public static string? Get(AnalyzerConfigOptions global, AnalyzerConfigOptions? ofFile, string name)
    {
        if (ofFile is not null && ofFile.TryGetValue(MetadataPrefix + name, out string? own) && own.Trim().Length > 0) return own.Trim();
        return global.TryGetValue(PropertyPrefix + name, out string? shared) && shared.Trim().Length > 0 ? shared.Trim() : null;
    }

    /// <summary>Whether a file's metadata is <c>true</c>.</summary>
    public static bool IsTrue(AnalyzerConfigOptions ofFile, string name)
        => ofFile.TryGetValue(MetadataPrefix + name, out string? value) && IsOn(value);

    /// <summary>Whether a property is <c>true</c> or <c>enable</c>.</summary>
    public static bool IsOn(AnalyzerConfigOptions global, string name)
        => global.TryGetValue(PropertyPrefix + name, out string? value) && IsOn(value);

    /// <summary>Whether a property is <c>false</c> or <c>disable</c>.</summary>
    public static bool IsOff(AnalyzerConfigOptions global, string name)
        => global.TryGetValue(PropertyPrefix + name, out string? value) && value.Trim().ToUpperInvariant() is ("FALSE" or "DISABLE");

    private static bool IsOn(string value) => value.Trim().ToUpperInvariant() is "TRUE" or "ENABLE";
}
