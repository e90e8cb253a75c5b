using System.Globalization;

namespace JourneyApps.CompilerServices;

/// <content>A round trip through another serializer. Read back, an <c>updated_at</c> means an object that was loaded, with the changes that
/// <c>$changed</c> names. Without one the object is new if <c>$changed</c> contains <c>$new</c>, otherwise it refers to the existing object
/// with its id. A name that is listed but absent means null: serializers can be set to omit nulls.</content>
public partial struct ModelState
{
    /// <summary><see cref="UpdatedAt"/> in ISO 8601.</summary>
    public string? UpdatedAtText
    {
        readonly get => _updatedTicks == 0 ? null : IsoTime.Format(_updatedTicks);
        set => _updatedTicks = value is null ? 0 : ParseUpdatedAt(value);
    }

    /// <summary>Keeps the names of changed fields until the object is read to its end; then <see cref="ModelInfo{TModel}.Restore"/> uses
    /// them.</summary>
    /// <param name="changes">The names, or null.</param>
    public void SetChanges(string[]? changes) => Details.RoundTripChanges = changes;

    /// <summary>The state of an object that was read by our own converter.</summary>
    internal static ModelState FromRoundTrip(string? id, long updatedTicks, string? display, in FieldMask seen, string[]? changes)
    {
        ModelState state = string.IsNullOrEmpty(id) ? New() : Existing(id);
        state._updatedTicks = updatedTicks;
        state._display = display;
        state._known = seen;
        state._changed = seen;
        state.Details.RoundTripChanges = changes;
        state.Details.RoundTripHasId = !string.IsNullOrEmpty(id);
        return state;
    }

    /// <summary>Ends a round trip.</summary>
    /// <returns>What <c>$changed</c> said; null when the object has neither that nor an <c>updated_at</c>, so that every value counts as a
    /// change.</returns>
    internal string[]? EndRoundTrip()
    {
        string[]? changes = _details?.RoundTripChanges;
        bool hasId = _details?.RoundTripHasId ?? false;
        _details = null;
        if (changes is not null) return changes;

        _isNew = _updatedTicks == 0 && !hasId;
        return _updatedTicks == 0 ? null : [];
    }

    /// <summary>Sets what a round trip kept.</summary>
    internal void Restore(in FieldMask changed, in FieldMask all, bool isNew, bool isStale, string? unknownMember)
    {
        _changed = changed;
        _known = _updatedTicks == 0 ? _known.Union(changed) : all;
        _isNew = isNew;
        _isStale |= isStale;
        if (unknownMember is not null) Details.UnknownMember = unknownMember;
    }

    private static long ParseUpdatedAt(string text)
    {
        if (IsoTime.TryParse(text, out long ticks)) return ticks;

        // JToken.Parse of Newtonsoft.Json turns texts that look like dates into dates, and back into its own form.
        return DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal).UtcTicks;
    }
}
