using JourneyApps.Schema.Diagnostics;
using JourneyApps.Schema.Reading;
using JourneyApps.Schema.Xml;

namespace JourneyApps.Schema.Json;

/// <summary>Reads a data model from JSON in either form. The platform wrote it, so few things are checked and unknown members are
/// ignored.</summary>
internal static class JsonSchemaReader
{
    /// <summary>Whether a text is JSON rather than XML: whether it begins with a brace.</summary>
    public static bool IsJson(string text)
    {
        foreach (char c in text)
        {
            if (!XmlChars.IsBlank(c)) return c == '{';
        }

        return false;
    }

    public static ParsedSchema Read(string text, SchemaOptions options, CancellationToken cancellation)
    {
        var lines = LineMap.Of(text, cancellation);
        DiagnosticList diagnostics = new(lines);
        List<ModelBuilder> models = [];
        JsonValue? root = JsonReader.Read(text, cancellation, out string expected, out TextSpan span);
        if (root is null)
        {
            diagnostics.Add(SchemaRules.JsonMalformed, span, null, expected);
            bool looksLikeOne = Holds(text, "\"models\"") || Holds(text, "\"objects\"");
            return DataModelBuilder.Build(models, options.AppUserModel, lines, diagnostics, looksLikeOne, cancellation);
        }

        JsonWords words = root.Find("models") is null && root.Find("objects") is not null ? JsonWords.Internal : JsonWords.Api;
        bool isSchema = root.Find(words.Models) is { Kind: JsonKind.Object };
        if (isSchema) ReadModels(root.Find(words.Models)!, words, models, diagnostics, cancellation);
        else diagnostics.Add(SchemaRules.JsonShape, (root.Find(words.Models) ?? root).Span, null, words.Models, "an object of models");
        string? appUserModel = options.AppUserModel ?? root.StringOf("app_user");
        return DataModelBuilder.Build(models, appUserModel, lines, diagnostics, isSchema, cancellation);
    }

    private static bool Holds(string text, string word) => text.AsSpan().IndexOf(word.AsSpan()) >= 0;

    private static void ReadModels(
        JsonValue all, JsonWords words, List<ModelBuilder> models, DiagnosticList diagnostics, CancellationToken cancellation)
    {
        List<JsonValue> sources = [];
        HashSet<string> names = new(StringComparer.Ordinal);
        foreach (JsonMember member in all.Members)
        {
            cancellation.ThrowIfCancellationRequested();
            if (member.Value.Kind != JsonKind.Object)
            {
                diagnostics.Add(SchemaRules.JsonShape, member.Value.Span, member.Name, member.Name, "an object with the model's fields");
                continue;
            }

            ModelBuilder model = new(-1)
            {
                Name = member.Name,
                NameSpan = member.NameSpan,
                Label = member.Value.StringOf("label") ?? "",
                Display = member.Value.StringOf("display"),
            };
            if (!names.Add(member.Name)) continue;
            models.Add(model);
            sources.Add(member.Value);
            new JsonFieldReader(words, model, diagnostics, cancellation).ReadAll(member.Value);
        }

        JsonRelationshipReader.ReadAll(models, sources, words, diagnostics, cancellation);
        CollisionCheck.Run(models, diagnostics, cancellation);
    }
}
