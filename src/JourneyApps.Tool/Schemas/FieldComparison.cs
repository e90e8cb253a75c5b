using JourneyApps.Schema;

namespace JourneyApps.Tool.Schemas;

/// <summary>Compares two fields of one name.</summary>
internal static class FieldComparison
{
    public static void Compare(DifferenceList found, string model, Field before, Field after, ComparedFacts facts)
    {
        string name = $"{model}.{before.Name}";
        found.Compare(name, "label", before.Label, after.Label, Impact.None);
        found.Compare(name, "type", FieldTypeInfo.Of(before.Type).Word, FieldTypeInfo.Of(after.Type).Word, Impact.Breaking);
        found.Compare(name, "subtype", before.Subtype ?? "", after.Subtype ?? "", Impact.None);
        if (facts == ComparedFacts.All)
        {
            found.Compare(name, "media type", before.Media ?? "", after.Media ?? "", Impact.None);
            found.Compare(name, "auto-download", Word(before.AutoDownload), Word(after.AutoDownload), Impact.None);
        }

        // The options of a field that changed its type are another list altogether.
        if (before.Type != after.Type || (before.Type == FieldType.Boolean && facts == ComparedFacts.InJson)) return;
        found.Match(
            before.Options, after.Options, option => option.Key ?? "", option => (NameOf(option), "option", $"\"{option.Label}\""),
            (old, @new) => found.Compare(NameOf(old), "label", old.Label, @new.Label, Impact.None));

        string NameOf(FieldOption option) => $"{name}[\"{option.Key}\"]";
    }

    private static string Word(bool value) => value ? "true" : "false";
}
