using JourneyApps.Schema.Naming;

namespace JourneyApps.Schema;

/// <summary>The C# names that JourneyApps.Generator gives to the elements of a data model, and the diagnostics about names that differ from
/// the usual ones. The generator uses the same rules.</summary>
/// <example>
/// <code>
/// ParsedSchema schema = SchemaParser.Parse(File.ReadAllText("schema.xml"));
/// foreach (GeneratedName name in GeneratedNames.Resolve(schema).Names) Console.WriteLine($"{name.Key} = {name.Name}");
/// </code>
/// </example>
public sealed class GeneratedNames
{
    private GeneratedNames(
        IReadOnlyList<GeneratedName> names,
        IReadOnlyList<SchemaDiagnostic> diagnostics,
        IReadOnlyList<SchemaDiagnostic> overrideDiagnostics)
    {
        Names = names;
        Diagnostics = diagnostics;
        OverrideDiagnostics = overrideDiagnostics;
    }

    /// <summary>The name of each element that is generated, model by model in the schema's order.</summary>
    public IReadOnlyList<GeneratedName> Names { get; }

    /// <summary>The naming diagnostics (<c>JA2050</c> to <c>JA2058</c>), with ranges in the schema.</summary>
    public IReadOnlyList<SchemaDiagnostic> Diagnostics { get; }

    /// <summary>The diagnostics about <c>schema.names</c> (<c>JA2060</c> to <c>JA2064</c>), with ranges in that file.</summary>
    public IReadOnlyList<SchemaDiagnostic> OverrideDiagnostics { get; }

    /// <summary>Resolves the names of a data model. Models with errors are not generated and have no names.</summary>
    /// <param name="schema">The data model.</param>
    /// <param name="overrides">The names from <c>schema.names</c>; <see langword="null"/> if there are none.</param>
    /// <param name="ns">The namespace of the generated code; its parts cannot be the name of a model. Empty if it is not known.</param>
    /// <param name="client">The name of the client class.</param>
    /// <param name="cancellationToken">Stops the naming.</param>
    /// <exception cref="ArgumentNullException"><paramref name="schema"/> is <see langword="null"/>.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> is canceled.</exception>
    public static GeneratedNames Resolve(
        ParsedSchema schema,
        NameOverrideFile? overrides = null,
        string ns = "",
        string client = "JourneyApp",
        CancellationToken cancellationToken = default)
    {
        _ = schema ?? throw new ArgumentNullException(nameof(schema));
        DataModel dataModel = schema.IsSchema ? schema.DataModel : DataModel.Empty;
        var inputsOfTypes = TypeNameInputs.Of(dataModel, schema.FaultyModels, ns, client);
        TypeNames types = TypeNamer.Name(inputsOfTypes, overrides?.Overrides ?? NameOverrides.None, cancellationToken);
        var naming = new List<NamingDiagnostic>(types.Diagnostics);
        types.Overrides.AddUnused(dataModel, naming, cancellationToken);
        var names = new List<GeneratedName>();
        foreach (ModelInputs? inputs in ModelInputs.OfSchema(dataModel, types, cancellationToken))
        {
            if (inputs is not null) names.AddRange(NamesOf(ModelNamer.Name(inputs, naming, cancellationToken)));
        }

        var ofSchema = new List<SchemaDiagnostic>();
        var ofOverrides = new List<SchemaDiagnostic>(overrides?.Diagnostics ?? []);
        foreach (NamingDiagnostic diagnostic in naming)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (diagnostic.Element is { } element)
            {
                schema.Positions.TryFind(element, out TextRange? range);
                ofSchema.Add(new SchemaDiagnostic(diagnostic.Rule, diagnostic.Arguments, range, element.Model));
            }
            else
            {
                TextRange? range = overrides?.FindRange(diagnostic.OverrideKey);
                ofOverrides.Add(new SchemaDiagnostic(diagnostic.Rule, diagnostic.Arguments, range, null));
            }
        }

        return new GeneratedNames(names, ofSchema, ofOverrides);
    }

    private static IEnumerable<GeneratedName> NamesOf(ModelSpec model)
    {
        string prefix = model.SchemaName + ".";
        yield return new GeneratedName(model.SchemaName, model.Names.Class);
        yield return new GeneratedName(model.SchemaName + "[]", model.Names.SetProperty);
        foreach (FieldSpec field in model.Fields)
        {
            yield return new GeneratedName(prefix + field.SchemaName, field.Property);
            if (field.Enum is null) continue;
            foreach (OptionSpec option in field.Options)
            {
                yield return new GeneratedName(prefix + field.SchemaName + "[\"" + Escape(option.Key) + "\"]", option.Member);
            }
        }

        foreach (BelongsToSpec link in model.BelongsTo)
        {
            yield return new GeneratedName(prefix + link.IdName, link.IdProperty);
            yield return new GeneratedName(prefix + link.SchemaName, link.Property);
        }

        foreach (HasManySpec many in model.HasMany)
        {
            yield return new GeneratedName(prefix + many.SchemaName, many.Method);
        }
    }

    private static string Escape(string key) => key
        .Replace("\\", "\\\\")
        .Replace("\"", "\\\"")
        .Replace("\n", "\\n")
        .Replace("\r", "\\r")
        .Replace("\t", "\\t");
}
