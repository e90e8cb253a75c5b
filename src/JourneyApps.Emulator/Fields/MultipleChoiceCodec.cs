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
        (string Label, int? Index)[] chosen = [.. stored.EnumerateArray().Select(key => OptionOf(member, JsonText.OfKey(key)))];

        // The client drops integer keys if the schema does not have all of them.
        if (hasIntegerKeys && chosen.Any(option => option.Index is null)) return string.Empty;
        SortAsClient(chosen);
        return string.Join(", ", chosen.Select(option => option.Label));
    }

    public override string OrderBy(string column, bool ignoreCase) => $"{SortFunctions.List}({column})";

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

    private static (string Label, int? Index) OptionOf(Member member, string key)
    {
        IReadOnlyList<FieldOption> options = member.Field!.Options;
        for (int i = 0; i < options.Count; i++)
        {
            if (options[i].Key == key) return (options[i].Label, i);
        }

        return (Member.InvalidLabel, null);
    }

    // In the order of the schema. An unknown key equals every other key, so that the result depends on the algorithm: JavaScript's, which
    // inserts each item into the run at the start.
    private static void SortAsClient((string Label, int? Index)[] options)
    {
        int sorted = Run(options);
        for (; sorted < options.Length; sorted++)
        {
            (string Label, int? Index) inserted = options[sorted];
            int low = 0;
            int high = sorted;
            while (low < high)
            {
                int middle = (low + high) / 2;
                if (Compare(inserted, options[middle]) < 0) high = middle;
                else low = middle + 1;
            }

            Array.Copy(options, low, options, low + 1, sorted - low);
            options[low] = inserted;
        }
    }

    // The length of the ascending or strictly descending run at the start, made ascending.
    private static int Run((string Label, int? Index)[] options)
    {
        if (options.Length < 2) return options.Length;
        bool descends = Compare(options[1], options[0]) < 0;
        int length = 2;
        while (length < options.Length && Compare(options[length], options[length - 1]) < 0 == descends) length++;
        if (descends) Array.Reverse(options, 0, length);
        return length;
    }

    private static int Compare((string Label, int? Index) left, (string Label, int? Index) right)
        => left.Index is { } first && right.Index is { } second ? first.CompareTo(second) : 0;
}
