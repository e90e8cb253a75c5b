using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace JourneyApps.Generator.CodeFixes;

/// <summary>Compares the option of a choice in a pattern: <c>job.State is JobState.Done</c> becomes
/// <c>job.State?.Value is JobState.Done</c>.</summary>
/// <remarks>A pattern compares constants, and a choice is not one, because it can be a key that the code does not know.</remarks>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ChoicePatternCodeFix))]
public sealed class ChoicePatternCodeFix : CodeFixProvider
{
    private const string Title = "Compare the option of the choice (Value)";

    /// <summary>The compiler's error: a constant of the choice's own type is expected.</summary>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("CS9135");

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider()
        => FixAllProvider.Create(static async (context, document, diagnostics)
            => await WithEditsAsync(document, diagnostics, context.CancellationToken).ConfigureAwait(false));

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            var one = ImmutableArray.Create(diagnostic);
            if ((await FindEditsAsync(context.Document, one, context.CancellationToken).ConfigureAwait(false)).Length == 0) continue;
            context.RegisterCodeFix(
                CodeAction.Create(Title, token => WithEditsAsync(context.Document, one, token), nameof(ChoicePatternCodeFix)), diagnostic);
        }
    }

    private static async Task<Document> WithEditsAsync(Document document, ImmutableArray<Diagnostic> diagnostics, CancellationToken token)
    {
        TextChange[] edits = await FindEditsAsync(document, diagnostics, token).ConfigureAwait(false);
        SourceText text = await document.GetTextAsync(token).ConfigureAwait(false);
        return document.WithText(text.WithChanges(edits));
    }

    // Several labels of one switch need the same edit.
    private static async Task<TextChange[]> FindEditsAsync(
        Document document, ImmutableArray<Diagnostic> diagnostics, CancellationToken token)
    {
        SyntaxNode? root = await document.GetSyntaxRootAsync(token).ConfigureAwait(false);
        SemanticModel? model = await document.GetSemanticModelAsync(token).ConfigureAwait(false);
        if (root is null || model is null) return [];
        return [.. diagnostics
            .Select(diagnostic => root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true))
            .SelectMany(node => PatternEdits.Find(node, model, token))
            .Distinct()
            .OrderBy(edit => edit.Span)];
    }
}
