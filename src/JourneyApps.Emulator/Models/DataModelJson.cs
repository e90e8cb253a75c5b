using System.Buffers;
using System.Security.Cryptography;
using System.Text.Encodings.Web;

namespace JourneyApps.Emulator.Models;

/// <summary>The API's JSON form of a data model (retrieve-app-data-model page), which has neither media nor indexes nor webhooks.</summary>
internal static class DataModelJson
{
    private static readonly JsonWriterOptions WriterOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The body of <c>datamodel.json</c> and the hash in it.</summary>
    public static (byte[] Json, string Hash) Write(DataModel dataModel, string? appUser)
    {
        string hash = Hex.Lower(SHA256.HashData(Write(dataModel, appUser, null)))[..40];
        return (Write(dataModel, appUser, hash), hash);
    }

    private static byte[] Write(DataModel dataModel, string? appUser, string? hash)
    {
        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter writer = new(buffer, WriterOptions))
        {
            writer.WriteStartObject();
            writer.WriteStartObject("models"u8);
            foreach (Model model in dataModel.Models) WriteModel(writer, dataModel, model);
            writer.WriteEndObject();
            writer.WriteString("app_user"u8, appUser);
            if (hash is not null) writer.WriteString("datamodel_hash"u8, hash);
            writer.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    private static void WriteModel(Utf8JsonWriter writer, DataModel dataModel, Model model)
    {
        writer.WriteStartObject(model.Name);
        writer.WriteString("name"u8, model.Name);
        writer.WriteString("label"u8, model.Label);
        writer.WriteString("display"u8, model.Display);
        writer.WriteStartObject("fields"u8);
        foreach (Field field in model.Fields) WriteField(writer, field);
        writer.WriteEndObject();
        writer.WriteStartObject("belongs_to"u8);
        foreach (BelongsTo link in model.BelongsTo) WriteLink(writer, link.Name, link.Model, InverseOf(dataModel, model, link));
        writer.WriteEndObject();
        writer.WriteStartObject("has_many"u8);
        foreach (HasMany link in model.HasMany) WriteLink(writer, link.Name, link.Model, dataModel.FindInverse(model, link)?.Name);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteField(Utf8JsonWriter writer, Field field)
    {
        writer.WriteStartObject(field.Name);
        writer.WriteString("name"u8, field.Name);
        writer.WriteString("label"u8, field.Label);
        FieldTypeInfo type = FieldTypeInfo.Of(field.Type);
        writer.WriteString("type"u8, type.Word);
        if (type.HasSubtype && field.Subtype is not null) writer.WriteString("subtype"u8, field.Subtype);
        if (field.Options.Count > 0)
        {
            writer.WriteStartArray("options"u8);
            foreach (FieldOption option in field.Options) WriteOption(writer, type.Form, option);
            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }

    private static void WriteOption(Utf8JsonWriter writer, FieldForm keyForm, FieldOption option)
    {
        writer.WriteStartObject();
        if (keyForm == FieldForm.Boolean) writer.WriteBoolean("key"u8, option.Key == "true");
        else if (option.Number is { } number) writer.WriteNumber("key"u8, number);
        else writer.WriteString("key"u8, option.Key);
        writer.WriteString("display"u8, option.Label);
        writer.WriteEndObject();
    }

    private static void WriteLink(Utf8JsonWriter writer, string name, string model, string? inverseOf)
    {
        writer.WriteStartObject(name);
        writer.WriteString("model"u8, model);
        writer.WriteString("name"u8, name);
        writer.WriteString("inverse_of"u8, inverseOf);
        writer.WriteEndObject();
    }

    private static string? InverseOf(DataModel dataModel, Model model, BelongsTo link)
    {
        if (dataModel.FindModel(link.Model) is not { } other) return null;
        foreach (HasMany candidate in other.HasMany)
        {
            if (candidate.Model == model.Name && dataModel.FindInverse(other, candidate) == link) return candidate.Name;
        }

        return null;
    }
}
