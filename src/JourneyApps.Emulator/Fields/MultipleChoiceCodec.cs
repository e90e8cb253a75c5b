namespace JourneyApps.Emulator.Fields;

/// <summary>The keys of several options.</summary>
internal sealed class MultipleChoiceCodec(bool hasIntegerKeys) : FieldCodec
{
    public override bool Fits(JsonElement stored)
    {
        JsonValueKind kind = hasIntegerKeys ? JsonValueKind.Number : JsonValueKind.String;
        return stored.ValueKind == JsonValueKind.Array && stored.EnumerateArray().All(item => item.ValueKind == kind);
    }

    public override void Show(Utf8JsonWriter writer, Member member, JsonElement stored)
    {
        writer.WriteStartArray(member.EncodedKey);
        foreach (JsonElement key in stored.EnumerateArray()) member.WriteOption(writer, key);
        writer.WriteEndArray();
    }

    public override string Display(Member member, JsonElement stored, DisplayPart part, TimeZoneInfo zone)
    {
        HashSet<string> keys = [.. stored.EnumerateArray().Select(JsonText.OfKey)];
        IEnumerable<FieldOption> chosen = member.Field!.Options.Where(option => option.Key is { } key && keys.Contains(key));
        return string.Join(", ", chosen.Select(option => option.Label));
    }

    public override QueryValue? ReadUrl(string text) => ChoiceCodec.ReadKey(text, hasIntegerKeys);

    protected override void Store(Utf8JsonWriter writer, Member member, JsonElement value, InputContext context)
    {
        if (value.ValueKind != JsonValueKind.Array) throw member.Expected("an array of keys");

        writer.WriteStartArray();
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (JsonElement item in value.EnumerateArray())
        {
            FieldOption option = ChoiceCodec.FindOption(member, item, hasIntegerKeys, context.FromForm);
            if (seen.Add(option.Key!) || context.Assumptions.KeepDuplicateKeys) ChoiceCodec.StoreKey(writer, option);
        }

        writer.WriteEndArray();
    }
}
