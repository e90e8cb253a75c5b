using System.Collections.Immutable;
using JourneyApps.Generator.Inputs;

namespace JourneyApps.Generator.Pipeline;

/// <summary>The steps from additional files to their contents.</summary>
internal static class FileSteps
{
    /// <summary>The files that the generator reads. A file that the project lists twice counts once.</summary>
    public static IncrementalValuesProvider<SchemaSource> Sources(IncrementalGeneratorInitializationContext context)
        => context.AdditionalTextsProvider
            .Combine(context.AnalyzerConfigOptionsProvider)
            .Select(static (pair, cancellation) => SchemaSource.TryRead(pair.Left, pair.Right, cancellation))
            .Where(static source => source is not null)
            .Collect()
            .SelectMany(static (sources, _) => DistinctByPath(sources!))
            .WithTrackingName(StepNames.Sources);

    /// <summary>The API version and app user model of <c>application.xml</c> files, by folder. A file that cannot be read has
    /// neither.</summary>
    public static IncrementalValueProvider<EquatableArray<(string Folder, SchemaOptions Options)>> Applications(
        IncrementalValuesProvider<SchemaSource> sources)
        => sources.Where(static source => source.Role == FileRole.Application)
            .Select(static (source, cancellation)
                => (FileRoles.FolderOf(source.Path), SchemaParser.ParseApplication(source.ReadText(), cancellation)))
            .Collect()
            .Select(static (files, _) => files.ToEquatableArray())
            .WithTrackingName(StepNames.Applications);

    /// <summary>The name overrides, with positions.</summary>
    public static IncrementalValueProvider<EquatableArray<(string Path, NameOverrideFile File)>> NameOverrideFiles(
        IncrementalValuesProvider<SchemaSource> sources)
        => sources.Where(static source => source.Role == FileRole.NameOverrides)
            .Select(static (source, cancellation) => (source.Path, NameOverrideFile.Parse(source.ReadText(), cancellation)))
            .Collect()
            .Select(static (files, _) => files.ToEquatableArray())
            .WithTrackingName(StepNames.NameOverrideFiles);

    /// <summary>The name overrides, without positions, by the path of file and schema without extension.</summary>
    public static IncrementalValueProvider<EquatableArray<(string Stem, NameOverrides Overrides)>> Overrides(
        IncrementalValueProvider<EquatableArray<(string Path, NameOverrideFile File)>> files)
        => files.Select(static (all, _) => all.Select(static item => (FileRoles.StemOf(item.Path), item.File.Overrides)).ToEquatableArray())
            .WithTrackingName(StepNames.NameOverrides);

    private static ImmutableArray<SchemaSource> DistinctByPath(ImmutableArray<SchemaSource> sources)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return sources.RemoveAll(source => !seen.Add(source.Path));
    }
}
