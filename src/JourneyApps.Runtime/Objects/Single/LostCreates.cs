using System.Runtime.CompilerServices;
using System.Text.Json;
using JourneyApps.CompilerServices;
using JourneyApps.Internal.Features.Deployments;
using JourneyApps.Internal.Serialization.Models;

namespace JourneyApps.Internal.Objects.Single;

/// <summary>
/// Creates whose answer was lost, by object, with what was sent. Creating such an object again looks it up first, so that a second PUT cannot undo
/// edits that others made meanwhile. Forgotten with the object.
/// </summary>
internal static class LostCreates
{
    private static readonly ConditionalWeakTable<object, byte[]> SentByObject = [];

    internal static byte[]? Find(object model) => SentByObject.TryGetValue(model, out byte[]? sent) ? sent : null;

    internal static void Note(object model, ReadOnlyMemory<byte> sent) => SentByObject.AddOrUpdate(model, sent.ToArray());

    internal static void Forget(object model) => SentByObject.Remove(model);

    /// <summary>The members that the caller has set anew since the lost create: those still have to be written.</summary>
    internal static FieldMask EditedSince(ModelInfo info, byte[] sent, ReadOnlyMemory<byte> now)
    {
        FieldMask edited = default;
        if (now.Span.SequenceEqual(sent)) return edited;
        using JsonDocument before = JsonDocument.Parse(sent);
        using JsonDocument after = JsonDocument.Parse(now);
        JsonElement old = before.RootElement.GetProperty(info.Name);
        foreach (JsonProperty property in after.RootElement.GetProperty(info.Name).EnumerateObject())
        {
            if (old.TryGetProperty(property.Name, out JsonElement value) && value.GetRawText() == property.Value.GetRawText()) continue;
            foreach (MemberInfo member in info.Members)
            {
                if (property.NameEquals(member.Name) || (member.IdLabel is not null && property.NameEquals(member.IdName))) edited = edited.With(member.Index);
            }
        }
        return edited;
    }
}
