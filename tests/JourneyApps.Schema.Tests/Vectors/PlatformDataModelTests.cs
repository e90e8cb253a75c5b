using System.Globalization;
using System.Text.Json;

namespace JourneyApps.Schema.Tests.Vectors;

/// <summary>The data models that the platform's own parser reads from documents without an error.</summary>
public sealed class PlatformDataModelTests
{
    [Fact]
    public void The_data_models_are_those_of_the_platform()
    {
        int count = 0;
        foreach (JsonElement line in JsonLines.Read("datamodel.jsonl.gz"))
        {
            SchemaOptions options = new() { ApiVersion = line.GetProperty("version").GetString() };
            DataModel dataModel = SchemaParser.Parse(JsonLines.Text(line.GetProperty("xml")), options).DataModel;

            string expected = string.Join("\n", line.GetProperty("datamodel").GetProperty("models").EnumerateArray().SelectMany(Lines));
            string actual = string.Join("\n", dataModel.Models.SelectMany(model => Lines(dataModel, model)));

            Assert.True(expected == actual, $"{line.GetProperty("id")}\n{expected}\n--- ours:\n{actual}");
            count++;
        }

        Assert.Equal(1111, count);
    }

    private static IEnumerable<string> Lines(JsonElement model)
    {
        yield return $"model {Text(model, "name")} '{Text(model, "label")}' display '{Text(model, "display")}'";
        foreach (JsonElement field in model.GetProperty("fields").EnumerateArray())
        {
            JsonElement options = field.GetProperty("options");
            string keys = options.ValueKind == JsonValueKind.Null ? "" : string.Join(
                ", ", options.EnumerateArray().Select(option => $"{JsonLines.Text(Quoted(option[0]))}={JsonLines.Text(option[1])}"));
            yield return $"field {Text(field, "name")} '{Text(field, "label")}' {Text(field, "type")}:{Text(field, "subtype")} [{keys}]";
        }

        foreach (string kind in (string[])["belongs_to", "has_many"])
        {
            foreach (JsonElement link in model.GetProperty(kind).EnumerateArray())
                yield return $"{kind} {Text(link, "name")} {Text(link, "model")} {Text(link, "inverse_of")}";
        }
    }

    private static IEnumerable<string> Lines(DataModel dataModel, Model model)
    {
        yield return $"model {model.Name} '{model.Label}' display '{model.Display}'";
        foreach (Field field in model.Fields)
        {
            string keys = string.Join(", ", field.Options.Where(option => option.Key is not null).Select(option => $"{option.Key}={option.Label}"));
            yield return $"field {field.Name} '{field.Label}' {FieldTypeInfo.Of(field.Type).Word}:{field.Subtype} [{keys}]";
        }

        foreach (BelongsTo link in model.BelongsTo)
            yield return $"belongs_to {link.Name} {link.Model} {Inverse(dataModel, model, link)}";
        foreach (HasMany links in model.HasMany)
            yield return $"has_many {links.Name} {links.Model} {dataModel.FindInverse(model, links)?.Name}";
    }

    /// <summary>The has-many whose other side a belongs-to is.</summary>
    private static string? Inverse(DataModel dataModel, Model model, BelongsTo link)
        => (from other in dataModel.Models
            from links in other.HasMany
            where links.Model == model.Name && dataModel.FindInverse(other, links) == link
            select links.Name).FirstOrDefault();

    private static string? Text(JsonElement element, string name)
        => element.GetProperty(name) is { ValueKind: JsonValueKind.String } value ? JsonLines.Text(value) : null;

    private static JsonElement Quoted(JsonElement value)
        => value.ValueKind == JsonValueKind.String
            ? value
            : JsonSerializer.SerializeToElement(string.Create(CultureInfo.InvariantCulture, $"{value}").ToLowerInvariant());
}
