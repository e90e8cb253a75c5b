using JourneyApps.Generator.Diagnostics;
using JourneyApps.Generator.Specs;
using Microsoft.CodeAnalysis.Diagnostics;

namespace JourneyApps.Generator.Options;

/// <summary>The settings of one schema, and the diagnostics about them.</summary>
/// <param name="Settings">The settings; an invalid value is replaced by the default.</param>
/// <param name="Diagnostics">The invalid values.</param>
internal sealed record FileSettings(SchemaSettings Settings, EquatableArray<LocatedDiagnostic> Diagnostics)
{
    private const string DefaultClient = "JourneyApp";

    /// <summary>Reads the settings of a file: its own metadata first, then the project's properties.</summary>
    public static FileSettings Read(string path, AnalyzerConfigOptions global, AnalyzerConfigOptions ofFile)
    {
        List<LocatedDiagnostic>? diagnostics = null;
        void Report(string option, string value, string expected)
            => (diagnostics ??= []).Add(new(ConfigurationRules.OptionInvalid, [option, value, expected], path, null));

        string? ns = BuildOptions.Get(global, ofFile, "JourneyAppsNamespace");
        if (ns is not null && !Namespaces.IsValid(ns)) Report("JourneyAppsNamespace", ns, "a namespace");
        ns = Namespaces.MakeValid(ns ?? BuildOptions.Get(global, null, "RootNamespace"));

        string client = BuildOptions.Get(global, ofFile, "JourneyAppsClient") ?? DefaultClient;
        if (!Identifier.IsChoosable(client))
        {
            Report("JourneyAppsClient", client, "a class name that starts with an upper-case letter");
            client = DefaultClient;
        }

        string access = BuildOptions.Get(global, ofFile, "JourneyAppsAccessibility") ?? "public";
        if (access is not ("public" or "internal")) Report("JourneyAppsAccessibility", access, "'public' or 'internal'");
        bool globalUsings = BuildOptions.IsOn(global, "ImplicitUsings") && !BuildOptions.IsOff(global, "JourneyAppsGlobalUsings");
        bool notifies = BuildOptions.IsOn(global, "JourneyAppsNotifyChanges");
        string rows = (BuildOptions.Get(global, ofFile, "JourneyAppsRows") ?? "false").ToUpperInvariant();
        if (rows is not ("TRUE" or "FALSE")) Report("JourneyAppsRows", rows, "'true' or 'false'");
        bool endpoints = BuildOptions.IsOn(global, "EnableRequestDelegateGenerator");
        var settings = new SchemaSettings(ns, client, access == "internal", globalUsings, notifies, rows == "TRUE", endpoints);
        return new FileSettings(settings, diagnostics is null ? [] : diagnostics.ToEquatableArray());
    }
}
