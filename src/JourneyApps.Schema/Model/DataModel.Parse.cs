using System.Globalization;
using JourneyApps.Schema.Json;
using JourneyApps.Schema.Reading;
using JourneyApps.Schema.Xml;

namespace JourneyApps.Schema;

public sealed partial record DataModel
{
    /// <summary>
    /// Reads a schema of any dialect (<c>schema.xml</c> of version 2 to 5, or the API's <c>datamodel.json</c>). Never throws on any text:
    /// what is wrong is a finding, and what can be understood is in the model.
    /// </summary>
    /// <param name="text">The text of the file, decoded; at most 16 Mi characters are read, a longer one is a finding.</param>
    /// <param name="options">What the text itself does not say; <see langword="null"/> for nothing.</param>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is <see langword="null"/>.</exception>
    /// <example>
    /// <code>
    /// ParsedSchema schema = DataModel.Parse(File.ReadAllText("schema.xml"));
    /// foreach (SchemaDiagnostic finding in schema.Diagnostics) Console.WriteLine($"{finding.Range?.StartLine + 1}: {finding.Message}");
    /// </code>
    /// </example>
    public static ParsedSchema Parse(string text, SchemaOptions? options = null)
    {
        _ = text ?? throw new ArgumentNullException(nameof(text));
        options ??= new SchemaOptions();
        if (text.Length > XmlLimits.Length)
        {
            DiagnosticList findings = new(LineMap.Of(""));
            findings.Add(SchemaRules.DocumentTooLarge, null, null, Digits(text.Length), Digits(XmlLimits.Length));
            return new ParsedSchema(Empty with { AppUserModel = options.AppUserModel }, findings.ToArray(), [], SchemaPositions.None, IsSchema: false);
        }

        return JsonSchemaReader.IsJson(text) ? JsonSchemaReader.Read(text, options) : XmlSchemaReader.Read(text, options);
    }

    private static string Digits(int number) => number.ToString(CultureInfo.InvariantCulture);
}
