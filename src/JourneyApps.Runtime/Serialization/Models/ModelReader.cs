using System.ComponentModel;

namespace JourneyApps.CompilerServices;

/// <summary>Walks the members of a model's JSON objects and reads their values.</summary>
/// <remarks>Names are predicted: servers write members in one order, so the name that followed the last time is nearly always the next one.
/// Members that the model does not know are skipped and noted, the last of repeated members counts.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
[SuppressMessage("Naming", "CA1720", Justification = "Its methods are named in the data model's own words.")]
public ref partial struct ModelReader
{
    /// <summary>How deep related objects may be nested in each other; they are read by recursion.</summary>
    private const int MaxRelatedDepth = 16;

    private readonly bool _fromRoundTrip;
    private readonly ReadOnlySpan<byte> _source;
    private Utf8JsonReader _json;
    private ObjectFrame _frame;
    private Utf8JsonReader _aliasValue;      // one is enough: related objects, which nest, have no aliases
    private int _relatedDepth;
    private RepeatedTexts? _relatedIds;

    /// <summary>Continues at the position of another reader.</summary>
    internal ModelReader(Utf8JsonReader json, bool fromRoundTrip = false)
    {
        _json = json;
        _fromRoundTrip = fromRoundTrip;
    }

    /// <summary>Reads a text; after an error the object can be read again from its start.</summary>
    internal ModelReader(ReadOnlySpan<byte> text)
    {
        _source = text;
        _json = JsonText.NewReader(text);
    }

    /// <summary>The index of the member that <see cref="Next"/> found.</summary>
    public readonly int Member => _frame.Member;

    /// <summary>The reader at its present position.</summary>
    internal readonly Utf8JsonReader Json => _json;

    /// <summary>Advances to the value of the next member that the model knows.</summary>
    /// <returns>False at the end of the object.</returns>
    public bool Next()
    {
        if (_frame.Alias is not null) return NextAlias();

        while (true)
        {
            Advance();
            if (_json.TokenType == JsonTokenType.EndObject) return false;

            MemberName? name = _frame.Last.Next;
            if (name is null || !_json.ValueSpan.SequenceEqual(name.Utf8) || _json.HasValueSequence)
                name = FindName();
            _frame.Last = name;
            Advance();

            if (name.IsPlain)
            {
                Deliver(name);
                return true;
            }

            if (TakeSpecial(name)) return true;
        }
    }

    /// <summary>Reads the object at whose start the reader is; the reader ends at its end.</summary>
    internal TModel Object<TModel>() where TModel : class, IModel<TModel>
    {
        ModelInfo<TModel> info = TModel.Info;
        ObjectFrame outer = _frame;
        _frame = new ObjectFrame(info.Untyped);
        if (_json.TokenType != JsonTokenType.StartObject) throw Unexpected("an object", member: null);

        long start = _json.TokenStartIndex;
        try
        {
            TModel model = info.Create(default);
            model.Read(ref this);
            if (_frame.HasRelated) CheckRelated(model);
            if (_fromRoundTrip)
                model.State = RoundTripState(info.Untyped);
            else
                TakeServerState(info.Untyped, ref model.State);
            _frame = outer;
            return model;
        }
        catch (Exception exception)
            when (exception is JsonValueException { Place.ObjectId: null } or InvalidOperationException or FormatException)
        {
            // Invalid UTF-8 inside a string shows only when the text is made, as an InvalidOperationException.
            throw Located(exception, start);
        }
    }

    /// <summary>Refuses an embedded object other than the one that the link's id names. A link whose id is absent is not
    /// compared.</summary>
    private readonly void CheckRelated<TModel>(TModel model) where TModel : class, IModel<TModel>
    {
        IReadOnlyList<ModelLink<TModel>> links = TModel.Info.Links;
        for (int i = 0; i < links.Count; i++)
        {
            ModelLink<TModel> link = links[i];
            if (link.GetRelatedId(model) is not { } related) continue;
            string? id = link.GetId(model);
            if (id is null ? !_frame.WasNull(link.IdMember) : string.Equals(id, related, StringComparison.OrdinalIgnoreCase)) continue;
            throw new JsonValueException(
                new JsonPlace(_frame.Info.Name, link.Name, _frame.Id, "another object", related),
                $"the object of '{_frame.Info.Members[link.IdMember].Name}'");
        }
    }

    /// <summary>Metadata, unknown members, and names with two meanings.</summary>
    /// <returns>True when the name is a member's as well.</returns>
    private bool TakeSpecial(MemberName name)
    {
        if (name.Metadata != Metadata.None)
        {
            // Otherwise an error would be attributed to the field before it.
            _frame.Member = name.Member;
            if (TakeMetadata(name)) return false;
        }

        if (name.Alias is not null)
        {
            _frame.Alias = name.Alias;
            _aliasValue = _json;
        }

        Deliver(name);
        return true;
    }

    private bool NextAlias()
    {
        MemberName alias = _frame.Alias!;
        _frame.Alias = alias.Alias;
        _json = _aliasValue;
        Deliver(alias);
        return true;
    }

    private void Deliver(MemberName name)
    {
        _frame.Member = name.Member;
        _frame.IsAttachmentId = name.IsAttachmentId;
        if (_fromRoundTrip && name.Member < _frame.Info.Members.Length)
            _frame.Seen = _frame.Seen.With(name.Member);
    }

    private MemberName FindName()
    {
        MemberTable table = _frame.Info.Table;
        MemberName name = _json.HasValueSequence || _json.ValueIsEscaped
            ? table.FindOrAddUnknown(JsonText.Unescaped(ref _json))
            : table.FindOrAddUnknown(_json.ValueSpan);
        if (name.IsKept)
            _frame.Last.Next = name;
        return name;
    }

    private void Advance()
    {
        if (!_json.Read()) throw new JsonException("The JSON ends inside an object.");
    }
}
