using JourneyApps.Generator.Tests.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace JourneyApps.Benchmarks.Generation;

/// <summary>JourneyApps.Generator over one schema: models, serialisers, queries, client.</summary>
internal sealed class Ours : Contestant
{
    private static readonly ISourceGenerator Generator = GeneratorFile.Load(BuildFacts.Get("Generator"), "JourneyApps.Generator.SchemaGenerator");

    private readonly TextFile[] _schemas;
    private int _edited;

    public Ours(int models) : base("JourneyApps", [])
    {
        string schema = LargeSchema.Of(models);
        int model = schema.IndexOf($"work_item_{models / 2}\" label", StringComparison.Ordinal);
        int field = schema.IndexOf("name=\"notes\"", model, StringComparison.Ordinal);
        string edited = schema[..field] + "name=\"memos\"" + schema[(field + "name=\"memos\"".Length)..];
        _schemas = [new TextFile("/app/schema.xml", schema), new TextFile("/app/schema.xml", edited)];
    }

    public override GeneratorDriver EditField(GeneratorDriver driver)
    {
        TextFile old = _schemas[_edited];
        _edited = 1 - _edited;
        return driver.ReplaceAdditionalText(old, _schemas[_edited]);
    }

    public override bool IsOfModels(string hintName) => hintName != "JourneyApp.g.cs";

    protected override GeneratorDriver NewDriver()
    {
        _edited = 0;
        return CSharpGeneratorDriver.Create([Generator], [_schemas[0]], Parsing, new BuildSettings());
    }
}
