using System.Globalization;
using JourneyApps.Schema.Diagnostics;
using JourneyApps.Schema.Json;
using JourneyApps.Schema.Reading;
using JourneyApps.Schema.Xml;

namespace JourneyApps.Schema;

/// <summary>Reads schemas. The methods do not throw on any text.</summary>
/// <example>
/// <code>
/// ParsedSchema schema = SchemaParser.Parse(File.ReadAllText("schema.xml"));
/// foreach (SchemaDiagnostic diagnostic in schema.Diagnostics)
///     Console.WriteLine($"{diagnostic.Range?.StartLine + 1}: {diagnostic.Message}");
/// </code>
/// </example>
public static class SchemaParser
{
    /// <summary>Reads a schema of any version: <c>schema.xml</c> of version 2 to 5, or the API's <c>datamodel.json</c>. Each fault is a
    /// diagnostic; the data model contains what could be understood.</summary>
    /// <param name="text">The text of the file. A text of more than 16 Mi characters is not read, which is a diagnostic.</param>
    /// <param name="options">What the text itself does not say; <see langword="null"/> for nothing.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is <see langword="null"/>.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> is canceled.</exception>
    public static ParsedSchema Parse(string text, SchemaOptions? options = null, CancellationToken cancellationToken = default)
    {
        _ = text ?? throw new ArgumentNullException(nameof(text));
        options ??= new SchemaOptions();
        if (text.Length <= SchemaLimits.Length)
        {
            return JsonSchemaReader.IsJson(text)
                ? JsonSchemaReader.Read(text, options, cancellationToken)
                : XmlSchemaReader.Read(text, options, cancellationToken);
        }

        DiagnosticList diagnostics = new(LineMap.Of("", cancellationToken));
        diagnostics.Add(SchemaRules.DocumentTooLarge, null, null, Digits(text.Length), Digits(SchemaLimits.Length));
        return ParsedSchema.WithoutModels(options, diagnostics, isSchema: false);
    }

    /// <summary>Reads the API version and the app-user model from <c>application.xml</c>, the file next to <c>schema.xml</c>. A value that
    /// cannot be read is <see langword="null"/>. Values before an error in the file are used.</summary>
    /// <param name="text">The text of the file.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is <see langword="null"/>.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> is canceled.</exception>
    public static SchemaOptions ParseApplication(string text, CancellationToken cancellationToken = default)
    {
        _ = text ?? throw new ArgumentNullException(nameof(text));
        if (text.Length > SchemaLimits.Length) return new SchemaOptions();

        using XmlTree tree = new(text, cancellationToken);
        XmlTreeReader.ReadDocument(tree);
        if (tree.Count == 0) return new SchemaOptions();
        string? version = ChildText(tree, "api");
        return new SchemaOptions { ApiVersion = version, AppUserModel = ChildText(tree, "mobile_user"), ApplicationVersion = version };
    }

    /// <summary>The text of an element directly below the root, regardless of the root's name.</summary>
    private static string? ChildText(XmlTree tree, string name)
    {
        int element = tree.FirstChild(0, name);
        if (element < 0) return null;

        string text = XmlText.DecodeContent(tree, element, null).Trim();
        return text.Length == 0 ? null : text;
    }

    private static string Digits(int number) => number.ToString(CultureInfo.InvariantCulture);
}
