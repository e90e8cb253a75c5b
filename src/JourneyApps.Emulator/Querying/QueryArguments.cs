using System.Text.Json;
using JourneyApps.Emulator.Models;
using JourneyApps.Emulator.Writing;

namespace JourneyApps.Emulator.Querying;

/// <summary>Reads the arguments of an expression as values of the attribute that they are compared with.</summary>
internal static class QueryArguments
{
    public static QueryValue Read(QueryAttribute attribute, JsonElement argument) => argument.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined => QueryValue.Null,
        JsonValueKind.String => OfText(attribute, JsonText.Of(argument)),
        JsonValueKind.Number => argument.TryGetDouble(out double number) ? QueryValue.OfNumber(number) : QueryValue.Other,
        JsonValueKind.True => QueryValue.OfBoolean(true),
        JsonValueKind.False => QueryValue.OfBoolean(false),
        JsonValueKind.Array => QueryValue.OfList([.. argument.EnumerateArray().Select(item => Read(attribute, item))]),
        _ => RelatedId(attribute, argument),
    };

    /// <summary>A text as a value of the attribute: a moment or a day where it can be one.</summary>
    private static QueryValue OfText(QueryAttribute attribute, string? text)
    {
        if (text is null) return QueryValue.Other;
        switch (attribute.Source == QueryAttributeSource.UpdatedAt ? MemberKind.DateTime : attribute.Member?.Kind)
        {
            case MemberKind.DateTime when IsoTime.TryMoment(text, out long seconds, out _):
                return QueryValue.OfMoment(seconds);
            case MemberKind.Date when IsoTime.TryDay(text, out DateOnly day):
                return QueryValue.OfDay(IsoTime.Day(day));
            default:
                return QueryValue.OfText(text);
        }
    }

    // "building = ?" takes the related object; over JSON that is an object with an id.
    private static QueryValue RelatedId(QueryAttribute attribute, JsonElement argument) =>
        attribute.Member?.Kind == MemberKind.Link && argument.TryGetProperty("id"u8, out JsonElement id) && JsonText.Of(id) is { } text
            ? QueryValue.OfText(text)
            : QueryValue.Other;
}
