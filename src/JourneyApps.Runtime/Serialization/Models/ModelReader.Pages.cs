namespace JourneyApps.CompilerServices;

/// <content>Pages.</content>
public ref partial struct ModelReader
{
    internal void Begin() => Advance();

    /// <summary>Reads past the last token, which detects text after the object.</summary>
    internal void EnsureEnd()
    {
        if (_json.Read()) throw new JsonException("The JSON contains more than one value.");
    }

    internal ModelPage<TModel> Page<TModel>() where TModel : class, IModel<TModel>
    {
        List<UnreadableRow> unreadable = [];
        if (_json.TokenType == JsonTokenType.StartArray)
            return new ModelPage<TModel>(Objects<TModel>(unreadable), unreadable, null, More: false);
        if (_json.TokenType != JsonTokenType.StartObject) throw NoPage("a page of objects");

        List<TModel>? objects = null;
        long? total = null;
        bool? more = null;
        while (_json.Read() && _json.TokenType == JsonTokenType.PropertyName)
        {
            if (_json.ValueTextEquals("objects"u8))
            {
                Advance();
                objects = _json.TokenType == JsonTokenType.StartArray ? Objects<TModel>(unreadable) : throw NoPage("an array 'objects'");
            }
            else if (_json.ValueTextEquals("total"u8))
            {
                Advance();
                total = _json.TokenType == JsonTokenType.Number && _json.TryGetInt64(out long number) ? number : null;
                _json.Skip();
            }
            else if (_json.ValueTextEquals("more"u8))
            {
                Advance();
                more = _json.TokenType is JsonTokenType.True or JsonTokenType.False or JsonTokenType.Null
                    ? _json.TokenType == JsonTokenType.True
                    : throw NoPage("true or false in 'more'");
            }
            else
            {
                Advance();
                _json.Skip();
            }
        }

        return new ModelPage<TModel>(objects ?? throw NoPage("an array 'objects'"), unreadable, total, more ?? false);
    }

    private List<TModel> Objects<TModel>(List<UnreadableRow> unreadable) where TModel : class, IModel<TModel>
    {
        List<TModel> objects = [];
        _relatedIds = new RepeatedTexts();
        while (_json.Read() && _json.TokenType != JsonTokenType.EndArray)
        {
            int depth = _json.CurrentDepth;
            try
            {
                objects.Add(Object<TModel>());
            }
            catch (JsonValueException fault)
            {
                unreadable.Add(new UnreadableRow(fault.Place.ObjectId, objects.Count + unreadable.Count, fault));
                _frame = default;
                _relatedDepth = 0;
                SkipToEnd(depth);
            }
        }

        return objects;
    }

    /// <summary>Skips to the end of the array item in which reading stopped.</summary>
    private void SkipToEnd(int depth)
    {
        while (_json.CurrentDepth > depth || _json.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
            Advance();
    }

    private static JsonValueException NoPage(string expected) => new(new JsonPlace(null), expected) { IsWholeResponse = true };
}
