using System.Text.Json;
using JourneyApps.Emulator.Models;
using JourneyApps.Emulator.Storage;
using JourneyApps.Emulator.Writing;

namespace JourneyApps.Emulator.Querying;

/// <summary>The values of a stored object as comparisons see them.</summary>
internal static class StoredValues
{
    public static QueryValue Of(QueryAttribute attribute, StoredRow row, JsonElement document) => attribute.Source switch
    {
        QueryAttributeSource.Id => QueryValue.OfText(row.Id),
        QueryAttributeSource.UpdatedAt => QueryValue.OfMoment(row.UpdatedAt),
        _ => attribute.Member!.TryRead(document, out JsonElement value) ? Of(attribute.Member.Kind, value) : QueryValue.Null,
    };

    private static QueryValue Of(MemberKind kind, JsonElement value)
    {
        switch (kind)
        {
            case MemberKind.Date:
                return QueryValue.OfDay(value.GetString()!);
            case MemberKind.DateTime:
                return IsoTime.TryMoment(value.GetString()!, out long seconds, out _) ? QueryValue.OfMoment(seconds) : QueryValue.Other;
            case MemberKind.Attachment or MemberKind.Location or MemberKind.Track:
                return QueryValue.Other;
        }

        return value.ValueKind switch
        {
            JsonValueKind.String => QueryValue.OfText(value.GetString()!),
            JsonValueKind.Number => QueryValue.OfNumber(value.GetDouble()),
            JsonValueKind.True => QueryValue.OfBoolean(true),
            JsonValueKind.False => QueryValue.OfBoolean(false),
            JsonValueKind.Array => QueryValue.OfList([.. value.EnumerateArray().Select(item => Of(kind, item))]),
            _ => QueryValue.Other,
        };
    }
}
