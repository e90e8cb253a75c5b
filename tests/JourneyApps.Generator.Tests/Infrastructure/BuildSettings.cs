using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace JourneyApps.Generator.Tests.Infrastructure;

/// <summary>What MSBuild would tell the compiler: properties of the project and metadata of files.</summary>
internal sealed class BuildSettings : AnalyzerConfigOptionsProvider
{
    private readonly Dictionary<string, string> _global = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Dictionary<string, string>> _byPath = [];

    public BuildSettings(bool enabled = true)
    {
        Property("RootNamespace", "Acme.Field");
        Property("ImplicitUsings", "enable");
        if (enabled) Property("JourneyAppsGenerator", "true");
    }

    public override AnalyzerConfigOptions GlobalOptions => new Options(_global);

    public BuildSettings Property(string name, string value)
    {
        _global["build_property." + name] = value;
        return this;
    }

    public BuildSettings Metadata(string path, string name, string value)
    {
        if (!_byPath.TryGetValue(path, out Dictionary<string, string>? values)) _byPath[path] = values = new(StringComparer.OrdinalIgnoreCase);
        values["build_metadata.AdditionalFiles." + name] = value;
        return this;
    }

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => new Options([]);

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => new Options(_byPath.GetValueOrDefault(textFile.Path) ?? []);

    private sealed class Options(Dictionary<string, string> values) : AnalyzerConfigOptions
    {
        // The generator's own copy of NotNullWhenAttribute is visible here and conflicts with the framework's.
#nullable disable
        public override bool TryGetValue(string key, out string value) => values.TryGetValue(key, out value);
#nullable restore
    }
}
