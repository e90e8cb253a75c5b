using JourneyApps.Schema.Reading;
using JourneyApps.Schema.Xml;

namespace JourneyApps.Schema.Json;

/// <summary>Reads a data model from JSON, in either form. The platform wrote it, so little is judged: what is not understood is passed over.</summary>
internal static class JsonSchemaReader
{
    /// <summary>Whether a text is meant as JSON: an object, or at least the beginning of one.</summary>
    public static bool IsJson(string text)
    {
        foreach (char c in text)
        {
            if (!Xml.XmlChars.IsBlank(c)) return c == '{';
        }

        return false;
    }

    public static ParsedSchema Read(string text, SchemaOptions options)
    {
        LineMap lines = LineMap.Of(text);
        DiagnosticList findings = new(lines);
        List<ModelDraft> models = [];
        JsonValue? root = JsonReader.Read(text, out JsonFault? fault);
        if (root is null)
        {
            findings.Add(SchemaRules.JsonMalformed, fault!.Span, null, fault.Expected);
            bool looksLikeOne = Holds(text, "\"models\"") || Holds(text, "\"objects\"");
            return Assembly.Build(models, options.AppUserModel, lines, findings, looksLikeOne);
        }

        JsonWords words = root.Find("models") is null && root.Find("objects") is not null ? JsonWords.Internal : JsonWords.Api;
        bool isSchema = root.Find(words.Models) is { Kind: JsonKind.Object };
        if (!isSchema) findings.Add(SchemaRules.JsonShape, (root.Find(words.Models) ?? root).Span, null, words.Models, "an object of models");

        if (isSchema) ReadModels(root.Find(words.Models)!, words, models, findings);
        return Assembly.Build(models, options.AppUserModel ?? root.StringOf("app_user"), lines, findings, isSchema);
    }

    private static bool Holds(string text, string word) => text.AsSpan().IndexOf(word.AsSpan()) >= 0;

    private static void ReadModels(JsonValue all, JsonWords words, List<ModelDraft> models, DiagnosticList findings)
    {
        List<JsonValue> sources = [];
        HashSet<string> names = new(StringComparer.Ordinal);
        foreach (JsonMember member in all.Members)
        {
            if (member.Value.Kind != JsonKind.Object)
            {
                findings.Add(SchemaRules.JsonShape, member.Value.Span, member.Name, member.Name, "an object with the model's fields");
                continue;
            }

            ModelDraft model = new(-1)
            {
                Name = member.Name,
                NameSpan = member.NameSpan,
                Label = member.Value.StringOf("label") ?? "",
                Display = member.Value.StringOf("display"),
            };
            if (!names.Add(member.Name)) continue;
            models.Add(model);
            sources.Add(member.Value);
            new JsonFieldReader(words, model, findings).ReadAll(member.Value);
        }

        JsonRelationshipReader.ReadAll(models, sources, words, findings);
        CollisionCheck.Run(models, findings);
    }
}
