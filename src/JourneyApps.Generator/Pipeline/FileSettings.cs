using JourneyApps.Generator.Diagnostics;
using JourneyApps.Generator.Naming;
using JourneyApps.Schema;
using Microsoft.CodeAnalysis.Diagnostics;

namespace JourneyApps.Generator.Pipeline;

/// <summary>The settings of one schema, and what was wrong with the options they come from.</summary>
/// <param name="Settings">The settings, usable whatever the options hold.</param>
/// <param name="Findings">Options that could not be used.</param>
internal sealed record FileSettings(SchemaSettings Settings, EquatableArray<LocatedFinding> Findings)
{
    private const string DefaultClient = "JourneyApp";

    /// <summary>Reads the settings of a file: its own metadata first, then the project's properties.</summary>
    /// <param name="path">The file, for findings.</param>
    /// <param name="global">The project's options.</param>
    /// <param name="ofFile">The file's options.</param>
    public static FileSettings Read(string path, AnalyzerConfigOptions global, AnalyzerConfigOptions ofFile)
    {
        List<LocatedFinding>? findings = null;

        void Refuse(string option, string value, string why) =>
            (findings ??= []).Add(new(ConfigurationRules.OptionInvalid, [option, value, why], path, null));

        string? ns = BuildOptions.Get(global, ofFile, "JourneyAppsNamespace");
        if (ns is not null && !Namespaces.IsValid(ns)) Refuse("JourneyAppsNamespace", ns, "it is not a namespace");
        ns = Namespaces.MakeValid(ns ?? BuildOptions.Get(global, null, "RootNamespace"));

        string client = BuildOptions.Get(global, ofFile, "JourneyAppsClient") ?? DefaultClient;
        if (!Identifier.IsChoosable(client))
        {
            Refuse("JourneyAppsClient", client, "a class name begins with an upper-case letter");
            client = DefaultClient;
        }

        string access = BuildOptions.Get(global, ofFile, "JourneyAppsAccessibility") ?? "public";
        if (access is not ("public" or "internal")) Refuse("JourneyAppsAccessibility", access, "it can be 'public' or 'internal'");

        bool globalUsings = BuildOptions.IsOn(global, "ImplicitUsings") && !BuildOptions.IsOff(global, "JourneyAppsGlobalUsings");
        var settings = new SchemaSettings(ns, client, access == "internal", globalUsings);
        return new FileSettings(settings, findings is null ? [] : findings.ToEquatableArray());
    }
}
