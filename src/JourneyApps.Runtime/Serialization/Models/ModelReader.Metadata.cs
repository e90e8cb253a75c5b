using System.Text;

namespace JourneyApps.CompilerServices;

/// <content>Members of every model, and the state made of them.</content>
public ref partial struct ModelReader
{
    /// <summary>Takes the value of a member that is not a field.</summary>
    /// <returns>False when a field has the same name, such as <c>display</c>; the schema allows that.</returns>
    private bool TakeMetadata(MemberName name)
    {
        bool isShared = name.Member != MemberName.NoMember;
        bool isText = _json.TokenType == JsonTokenType.String;
        switch (name.Metadata)
        {
            case Metadata.Id when isText:
                _frame.Id = _json.GetString();
                return !isShared;
            case Metadata.Display when isText:
                _frame.Display = _json.GetString();
                return !isShared;
            case Metadata.UpdatedAt when isText:
                TakeUpdatedAt(isShared);
                return !isShared;
            case Metadata.Type when isText && !isShared:
                if (!_fromRoundTrip && !_json.ValueSpan.SequenceEqual(_frame.Info.NameUtf8) && !_json.ValueTextEquals(_frame.Info.NameUtf8))
                    throw Unexpected($"'{_frame.Info.Name}'", "type");
                return true;
            case Metadata.Changed:
                _frame.Changed = ReadNames();
                return true;
            case Metadata.Unknown:
                if (_json.TokenType != JsonTokenType.Null)
                    _frame.Unknown ??= Encoding.UTF8.GetString(name.Utf8);
                _json.Skip();
                return true;
            default:
                if (isShared)
                    return false;       // a relationship of that name, embedded
                _json.Skip();
                return true;
        }
    }

    private void TakeUpdatedAt(bool isShared)
    {
        bool understood = !_json.HasValueSequence && !_json.ValueIsEscaped
            ? IsoTime.TryParse(_json.ValueSpan, out long ticks)
            : IsoTime.TryParse(_json.GetString()!, out ticks);
        if (understood)
            _frame.UpdatedTicks = ticks;
        else if (!isShared) throw Unexpected("a time in ISO 8601", "updated_at");
    }

    private string[]? ReadNames()
    {
        if (_json.TokenType != JsonTokenType.StartArray)
        {
            _json.Skip();
            return null;
        }

        List<string> names = [];
        while (_json.Read() && _json.TokenType != JsonTokenType.EndArray)
        {
            if (_json.TokenType == JsonTokenType.String)
                names.Add(_json.GetString()!);
            else
                _json.Skip();
        }

        return [.. names];
    }

    private readonly ModelState RoundTripState(ModelInfo info)
    {
        var state = ModelState.FromRoundTrip(_frame.Id, _frame.UpdatedTicks, _frame.Display, _frame.Seen, _frame.Changed);
        info.Restore(ref state);
        return state;
    }

    private readonly void TakeServerState(ModelInfo info, ref ModelState state)
    {
        if (_frame.Id is not { Length: > 0 } id) throw new JsonValueException(new JsonPlace(info.Name, "id"), "the object's id");

        state.Load(id, _frame.UpdatedTicks, _frame.Display, info.AllMembers, _frame.Unknown);
    }
}
