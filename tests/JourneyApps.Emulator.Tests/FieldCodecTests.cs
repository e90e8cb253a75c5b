using System.Text.Json;
using JourneyApps.Emulator.Fields;
using JourneyApps.Schema;

namespace JourneyApps.Emulator.Tests;

/// <summary>Every field type has a codec that keeps to the facts of the type.</summary>
public sealed class FieldCodecTests
{
    public static TheoryData<FieldType> Types => [.. Enum.GetValues<FieldType>().Where(type => type != FieldType.Unknown)];

    [Fact]
    public void Fields_of_an_unknown_type_are_not_served() => Assert.Null(FieldCodec.Of(FieldType.Unknown));

    [Theory]
    [MemberData(nameof(Types))]
    public void A_codec_accepts_stored_values_of_its_types_form_only(FieldType type)
    {
        var info = FieldTypeInfo.Of(type);
        FieldCodec codec = FieldCodec.Of(type)!;

        foreach ((FieldForm form, string json) in Values)
        {
            string stored = info.IsMultiple ? $"[{json}]" : json;
            bool fits = info.Form == FieldForm.Any || form == info.Form || IsAlike(form, info.Form);
            Assert.True(fits == codec.Fits(JsonDocument.Parse(stored).RootElement), $"{type} and {stored}");
        }
    }

    private static (FieldForm Form, string Json)[] Values =>
    [
        (FieldForm.Text, "\"x\""), (FieldForm.Integer, "1"), (FieldForm.Date, "\"2026-02-28\""), (FieldForm.DateTime, "\"2026-02-28T11:30:00Z\""),
        (FieldForm.Boolean, "true"), (FieldForm.Location, "{}"),
    ];

    // Dates are text as well, a file is stored by its id, and a whole number is a number.
    private static bool IsAlike(FieldForm stored, FieldForm wanted) => wanted switch
    {
        FieldForm.Text or FieldForm.File => stored is FieldForm.Text or FieldForm.Date or FieldForm.DateTime,
        FieldForm.Number => stored == FieldForm.Integer,
        _ => false,
    };
}
