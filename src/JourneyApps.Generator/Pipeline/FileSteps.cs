using System.Collections.Immutable;
using JourneyApps.Schema;
using JourneyApps.Schema.Reading;
using Microsoft.CodeAnalysis;

namespace JourneyApps.Generator.Pipeline;

/// <summary>The steps from files to what is in them.</summary>
internal static class FileSteps
{
    /// <summary>The files that concern us. One that the project lists twice counts once.</summary>
    /// <param name="context">The generator's inputs.</param>
    public static IncrementalValuesProvider<SchemaText> Texts(IncrementalGeneratorInitializationContext context) =>
        context.AdditionalTextsProvider
            .Combine(context.AnalyzerConfigOptionsProvider)
            .Select(static (pair, cancellation) => SchemaText.TryRead(pair.Left, pair.Right, cancellation))
            .Where(static text => text is not null)
            .Collect()
            .SelectMany(static (texts, _) => DistinctByPath(texts!))
            .WithTrackingName(StepNames.Texts);

    /// <summary>What the <c>application.xml</c> files say.</summary>
    /// <param name="texts">The files.</param>
    public static IncrementalValueProvider<EquatableArray<ApplicationFile>> Applications(IncrementalValuesProvider<SchemaText> texts) =>
        texts.Where(static text => text.Role == FileRole.Application)
            .Select(static (text, _) => ApplicationFile.Read(text))
            .Collect()
            .Select(static (files, _) => files.ToEquatableArray())
            .WithTrackingName(StepNames.Applications);

    /// <summary>The names that users chose, with their lines.</summary>
    /// <param name="texts">The files.</param>
    public static IncrementalValueProvider<EquatableArray<NamesFile>> NamesFiles(IncrementalValuesProvider<SchemaText> texts) =>
        texts.Where(static text => text.Role == FileRole.Names)
            .Select(static (text, _) => NamesFileReader.Read(text))
            .Collect()
            .Select(static (files, _) => files.ToEquatableArray())
            .WithTrackingName(StepNames.NamesFiles);

    /// <summary>The names that users chose, without positions.</summary>
    /// <param name="files">The files.</param>
    public static IncrementalValueProvider<EquatableArray<SchemaChoices>> Choices(
        IncrementalValueProvider<EquatableArray<NamesFile>> files) =>
        files.Select(static (all, _) => all.Select(static file => file.WithoutPositions()).ToEquatableArray())
            .WithTrackingName(StepNames.Choices);

    private static ImmutableArray<SchemaText> DistinctByPath(ImmutableArray<SchemaText> texts)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return texts.RemoveAll(text => !seen.Add(text.Path));
    }
}
