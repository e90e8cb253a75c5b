namespace JourneyApps.Internal.Objects.Downloads;

/// <summary>The state and URL of an attachment field of any model, by the field's name.</summary>
/// <param name="State">The server's word; null when the field has no file.</param>
/// <param name="Variant">The variant.</param>
/// <param name="Url">The URL of the variant; null when there is none.</param>
/// <param name="FileId">The id of the file; null when not known.</param>
internal readonly record struct AttachmentUrl(string? State, string Variant, Uri? Url, string? FileId = null)
{
    internal bool IsThere => Url is not null;

    /// <summary>Looks into a model through its own writer, because fields have no getter by name.</summary>
    /// <exception cref="InvalidOperationException">The field holds an upload that has not been sent.</exception>
    internal static AttachmentUrl Of<TModel>(TModel model, string field, string variant)
        where TModel : class, IModel<TModel>
    {
        MemberInfo member =
            TModel.Info.FindMember(field) ?? throw new ArgumentException($"{TModel.Info.Name} has no field '{field}'.", nameof(field));
        using var output = new JsonOutput();
        output.WriteRaw((byte)'{');
        var writer = new ModelWriter(TModel.Info.Untyped, default(FieldMask).With(member.Index), output, WriteMode.RoundTrip);
        try
        {
            model.Write(ref writer);
        }
        catch (NotSupportedException)
        {
            throw new InvalidOperationException($"The upload in {TModel.Info.Name}.{field} has not been sent; write its object first.");
        }
        output.WriteRaw((byte)'}');

        using var document = JsonDocument.Parse(output.WrittenMemory);
        if (!document.RootElement.TryGetProperty(field, out JsonElement value) || value.ValueKind != JsonValueKind.Object)
            return new AttachmentUrl(null, variant, null);
        string state = Text(value, "state") ?? "pending";
        return new AttachmentUrl(state, variant, Uri.TryCreate(Text(value, variant), UriKind.Absolute, out Uri? url) ? url : null);
    }

    /// <summary>Reads the field of a record.</summary>
    internal static AttachmentUrl Of(JourneyRecord record, string field, string variant)
    {
        RecordValue value = record[field];
        string? state = value.Json.ValueKind == JsonValueKind.Object ? value["state"].Text ?? "pending" : null;
        return new AttachmentUrl(
            state, variant, Uri.TryCreate(value[variant].Text, UriKind.Absolute, out Uri? url) ? url : null, record[$"{field}_id"].Text);
    }

    private static string? Text(JsonElement value, string name)
        => value.TryGetProperty(name, out JsonElement text) && text.ValueKind == JsonValueKind.String ? text.GetString() : null;
}
