using JourneyApps.Internal.Values.Ids;
using JourneyApps.Internal.Values.Locations;

namespace JourneyApps.CompilerServices;

/// <content>Values.</content>
public ref partial struct ModelWriter
{
    /// <summary>Writes a text.</summary>
    /// <param name="member">The member's index.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="InvalidOperationException">The text has half of a surrogate pair.</exception>
    public readonly void Write(int member, string? value)
    {
        if (Begin(member, value is not null) && !_output.TryWriteText(value)) throw Refuse(member, Surrogates.Reason);
    }

    /// <summary>Writes an integer.</summary>
    /// <param name="member">The member's index.</param>
    /// <param name="value">The value.</param>
    public readonly void Write(int member, int? value)
    {
        if (Begin(member, value is not null))
            _output.WriteNumber(value.GetValueOrDefault());
    }

    /// <summary>Writes a number.</summary>
    /// <param name="member">The member's index.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="InvalidOperationException">JSON cannot represent infinity or NaN.</exception>
    public readonly void Write(int member, double? value)
    {
        if (!Begin(member, value is not null)) return;
        if (!double.IsFinite(value.GetValueOrDefault())) throw Refuse(member, $"JSON cannot represent {value}.");
        _output.WriteNumber(value.GetValueOrDefault());
    }

    /// <summary>Writes a day.</summary>
    /// <param name="member">The member's index.</param>
    /// <param name="value">The value.</param>
    public readonly void Write(int member, DateOnly? value)
    {
        if (Begin(member, value is not null))
            _output.WriteDate(value.GetValueOrDefault());
    }

    /// <summary>Writes a time in UTC; for the API in whole seconds.</summary>
    /// <param name="member">The member's index.</param>
    /// <param name="value">The value.</param>
    public readonly void Write(int member, DateTimeOffset? value)
    {
        if (Begin(member, value is not null))
            _output.WriteTime(value.GetValueOrDefault().UtcTicks, _mode == WriteMode.RoundTrip);
    }

    /// <summary>Writes a boolean.</summary>
    /// <param name="member">The member's index.</param>
    /// <param name="value">The value.</param>
    public readonly void Write(int member, bool? value)
    {
        if (Begin(member, value is not null))
            _output.WriteBoolean(value.GetValueOrDefault());
    }

    /// <summary>Writes a choice's bare key.</summary>
    /// <typeparam name="TEnum">The field's enum.</typeparam>
    /// <param name="member">The member's index.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="InvalidOperationException">The choice is a default choice without a value.</exception>
    public readonly void Write<TEnum>(int member, Choice<TEnum>? value) where TEnum : struct, Enum
    {
        if (!Begin(member, value is not null)) return;
        if (value.GetValueOrDefault().IsDefault) throw Refuse(member, "it is a default choice without a value.");
        _output.WriteRaw(value.GetValueOrDefault().Option.KeyJson);
    }

    /// <summary>Writes an array of bare keys.</summary>
    /// <typeparam name="TEnum">The field's enum.</typeparam>
    /// <param name="member">The member's index.</param>
    /// <param name="value">The value.</param>
    public readonly void Write<TEnum>(int member, ChoiceSet<TEnum>? value) where TEnum : struct, Enum
    {
        if (!Begin(member, value is not null)) return;

        _output.WriteRaw((byte)'[');
        for (int i = 0; i < value!.Count; i++)
        {
            _output.Separate();
            _output.WriteRaw(value[i].Option.KeyJson);
        }

        _output.WriteRaw((byte)']');
    }

    /// <summary>Writes a location.</summary>
    /// <param name="member">The member's index.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="InvalidOperationException">JSON cannot represent infinity or NaN.</exception>
    public readonly void Write(int member, Location? value)
    {
        if (!Begin(member, value is not null)) return;
        if (!IsFinite(value!)) throw Refuse(member, "JSON cannot represent infinity or NaN.");
        LocationJson.Write(_output, value!, _mode == WriteMode.RoundTrip);
    }

    /// <summary>Writes a track's JSON as it is.</summary>
    /// <param name="member">The member's index.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="InvalidOperationException">The JSON has half of a surrogate pair.</exception>
    public readonly void Write(int member, Track? value)
    {
        if (!Begin(member, value is not null)) return;
        if (!Surrogates.ArePaired(value!.Json)) throw Refuse(member, Surrogates.Reason);
        _output.WriteRaw(System.Text.Encoding.UTF8.GetBytes(value.Json));
    }

    /// <summary>Writes a related object's id.</summary>
    /// <typeparam name="TTarget">The related model.</typeparam>
    /// <param name="member">The member's index.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="InvalidOperationException">The id is default, or for the API no UUID in lower case.</exception>
    public readonly void Write<TTarget>(int member, Id<TTarget>? value)
    {
        if (!Begin(member, value is not null)) return;
        if (value.GetValueOrDefault().IsDefault) throw Refuse(member, "it is a default id without a value; null clears the field.");

        string id = value.GetValueOrDefault().Value;
        if (_mode != WriteMode.RoundTrip && !UuidText.IsWritable(id))
            throw Refuse(member, $"the platform requires a UUID in lower case, but the id is '{id}'.");
        _output.WriteText(id);
    }

    private static bool IsFinite(Location value)
        => double.IsFinite(value.Latitude) && double.IsFinite(value.Longitude) && double.IsFinite(value.Altitude ?? 0)
        && double.IsFinite(value.HorizontalAccuracy ?? 0) && double.IsFinite(value.VerticalAccuracy ?? 0);
}
