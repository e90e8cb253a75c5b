using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace JourneyApps.Benchmarks.Generation;

/// <summary>The SDK's own System.Text.Json generator over plain classes of the same fields: serialisers alone.</summary>
internal sealed class SystemTextJson : Contestant
{
    private static readonly ISourceGenerator Generator = GeneratorFile.Load(
        Path.Combine(BuildFacts.ReferencePack, "analyzers", "dotnet", "cs", "System.Text.Json.SourceGeneration.dll"),
        "System.Text.Json.SourceGeneration.JsonSourceGenerator");

    private readonly SyntaxTree[] _versions;
    private int _edited;

    private SystemTextJson(SyntaxTree[] versions, IEnumerable<SyntaxTree> others) : base("System.Text.Json", [versions[0], .. others]) =>
        _versions = versions;

    public static SystemTextJson Of(int models)
    {
        int edited = models / 2;
        IEnumerable<SyntaxTree> others = Enumerable.Range(0, models).Where(i => i != edited).Select(i => Parse(PlainModels.Model(i), $"WorkItem{i}.cs"));
        return new(
            [Parse(PlainModels.Model(edited), "Edited.cs"), Parse(PlainModels.Model(edited, "memos"), "Edited.cs")],
            [Parse(PlainModels.Shared(models), "Shared.cs"), .. others]);
    }

    public override GeneratorDriver EditField(GeneratorDriver driver)
    {
        SyntaxTree old = _versions[_edited];
        _edited = 1 - _edited;
        Edit(old, _versions[_edited]);
        return driver;
    }

    public override bool IsOfModels(string hintName) => hintName.Contains("WorkItem", StringComparison.Ordinal);

    protected override GeneratorDriver NewDriver()
    {
        _edited = 0;
        return CSharpGeneratorDriver.Create([Generator], parseOptions: Parsing);
    }

    private static SyntaxTree Parse(string text, string path) => CSharpSyntaxTree.ParseText(text, Parsing, path);
}
