using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace JourneyApps.Benchmarks.Generation;

/// <summary>One generator with its models and the edits that are made to them.</summary>
internal abstract class Contestant
{
    protected static readonly CSharpParseOptions Parsing = new(LanguageVersion.Latest);

    private static readonly MetadataReference[] References =
    [
        .. Directory.GetFiles(Path.Combine(BuildFacts.ReferencePack, "ref", "net10.0"), "*.dll").Select(path => MetadataReference.CreateFromFile(path)),
        MetadataReference.CreateFromFile(typeof(JourneyClient).Assembly.Location),
    ];

    private static readonly SyntaxTree[] Unrelated =
        [CSharpSyntaxTree.ParseText("class A;", Parsing, "A.cs"), CSharpSyntaxTree.ParseText("class A { int B; }", Parsing, "A.cs")];

    private readonly CSharpCompilation _first;
    private int _unrelated;

    /// <summary>
    /// Prepares the code, bound throughout, so that a generator is not charged for what the compiler does anyway.
    /// </summary>
    protected Contestant(string name, IEnumerable<SyntaxTree> trees)
    {
        Name = name;
        Compilation = _first = CSharpCompilation.Create(
            "Benchmark", [Unrelated[0], .. trees], References, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        _first.GetDiagnostics();
    }

    public string Name { get; }

    protected CSharpCompilation Compilation { get; private protected set; }

    /// <summary>Everything as it is first, and a driver that has not run yet.</summary>
    public GeneratorDriver Reset()
    {
        Compilation = _first;
        _unrelated = 0;
        return NewDriver();
    }

    /// <summary>The models with the edited field's name, back and forth, on the way to the next run.</summary>
    public abstract GeneratorDriver EditField(GeneratorDriver driver);

    /// <summary>Another edit of code that no model is part of.</summary>
    public void EditUnrelated()
    {
        SyntaxTree old = Unrelated[_unrelated];
        _unrelated = 1 - _unrelated;
        Edit(old, Unrelated[_unrelated]);
    }

    /// <summary>Runs the driver over the code as it is.</summary>
    public GeneratorDriver Run(GeneratorDriver driver) => driver.RunGenerators(Compilation);

    /// <summary>Whether a generated file is one model's, or a share of the models; the rest is made once.</summary>
    public abstract bool IsOfModels(string hintName);

    protected abstract GeneratorDriver NewDriver();

    /// <summary>Edits code. What the references are is resolved at once: the compiler needs that whether there are generators or not.</summary>
    protected void Edit(SyntaxTree old, SyntaxTree edited)
    {
        Compilation = Compilation.ReplaceSyntaxTree(old, edited);
        _ = Compilation.ReferencedAssemblyNames.Count();
    }
}
