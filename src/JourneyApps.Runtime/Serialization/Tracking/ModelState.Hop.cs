using System.Globalization;
using JourneyApps.Internal.Features.Deployments;
using JourneyApps.Internal.Serialization.Models;
using JourneyApps.Internal.Serialization.Tracking;
using JourneyApps.Internal.Values.Json;

namespace JourneyApps.CompilerServices;

/// <content>
/// A hop through a serializer other than the API's. Back again, an <c>updated_at</c> means an object that was loaded, with the changes
/// that <c>$changed</c> names; without one it is new when <c>$changed</c> says so, else it stands for the existing object of its id.
/// A name listed but absent means null: serializers may be set to leave nulls out.
/// </content>
public partial struct ModelState
{
    /// <summary>The id as it hops.</summary>
    public string? HopId
    {
        readonly get => _id;
        set
        {
            if (string.IsNullOrEmpty(value))
                return;

            _id = value;
            Extras.HopHasId = true;
        }
    }

    /// <summary>The time of the last write as it hops, in ISO 8601.</summary>
    public string? HopUpdatedAt
    {
        readonly get => _updatedTicks == 0 ? null : IsoTime.Format(_updatedTicks);
        set => _updatedTicks = value is null ? 0 : ParseUpdatedAt(value);
    }

    /// <summary>The display text as it hops.</summary>
    public string? HopDisplay
    {
        readonly get => _display;
        set => _display = value;
    }

    /// <summary>Names of changed fields and marks, as they hop.</summary>
    /// <param name="info">The model.</param>
    /// <returns>Null for an object that was loaded and not changed.</returns>
    public readonly string[]? HopChanged(ModelInfo info)
    {
        ArgumentNullException.ThrowIfNull(info);
        FieldMask changed = Changed;
        if (_updatedTicks != 0 && changed.IsEmpty && !_isStale && !_isNew && UnknownMember is null)
            return null;

        List<string> names = new(changed.Count + 1);
        if (_isNew)
            names.Add(HopMarks.New);
        if (_isStale)
            names.Add(HopMarks.Stale);
        if (UnknownMember is not null)
            names.Add(HopMarks.Unknown + UnknownMember);
        foreach (MemberInfo member in info.Members)
        {
            if (changed[member.Index])
                names.Add(member.Name);
        }

        return [.. names];
    }

    /// <summary>Keeps what <c>$changed</c> said until the object was read to its end.</summary>
    /// <param name="changed">The names.</param>
    public void SetHopChanged(string[]? changed) => Extras.HopChanged = changed;

    /// <summary>The object was read to its end: decides what it is.</summary>
    /// <param name="info">The model.</param>
    public void HopDone(ModelInfo info)
    {
        ArgumentNullException.ThrowIfNull(info);
        string[]? names = _extras?.HopChanged;
        bool hasId = _extras?.HopHasId ?? false;
        _extras = null;

        bool bare = names is null && _updatedTicks == 0;
        _isNew = names is null ? bare && !hasId : Array.IndexOf(names, HopMarks.New) >= 0;
        if (bare)
            return;         // set by hand: what is there counts as changed

        _changed = default;
        foreach (string name in names ?? [])
            Mark(info, name);
        _known = _updatedTicks == 0 ? _known.Union(_changed) : info.AllMembers;
    }

    /// <summary>The state of an object that came back from a hop.</summary>
    internal static ModelState FromHop(ModelInfo info, string? id, long updatedTicks, string? display, in FieldMask seen, string[]? changed)
    {
        ModelState state = string.IsNullOrEmpty(id) ? New() : Existing(id);
        state._updatedTicks = updatedTicks;
        state._display = display;
        state._known = seen;
        state._changed = seen;
        state._extras = new ModelStateExtras { HopChanged = changed, HopHasId = !string.IsNullOrEmpty(id) };
        state.HopDone(info);
        return state;
    }

    private void Mark(ModelInfo info, string name)
    {
        if (name == HopMarks.Stale)
            _isStale = true;
        else if (name.StartsWith(HopMarks.Unknown, StringComparison.Ordinal))
            Extras.UnknownMember = name[HopMarks.Unknown.Length..];
        else if (info.FindMember(name) is { } member)
            _changed = _changed.With(member.Index);
    }

    private static long ParseUpdatedAt(string text)
    {
        if (IsoTime.TryParse(text, out long ticks))
            return ticks;

        // Newtonsoft's JToken.Parse turns texts that look like dates into dates, and back into its own form.
        return DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal).UtcTicks;
    }
}
