using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;

namespace JourneyApps.Internal.Values.Choices;

/// <summary>The options of one generated enum, read from its attribute at first use. Module initializers would add 105 to 230 ms to every
/// start with 1,000 choices; attributes survive trimming and need no code at run time.</summary>
internal sealed class ChoiceTable<TEnum> where TEnum : struct, Enum
{
    private const int FewOptions = 24;
    private readonly Dictionary<string, ChoiceOption> _byKey;
    private readonly Dictionary<long, ChoiceOption> _byNumber;
    private readonly ChoiceOption[] _options;
    private ChoiceOption? _lastUnknown;

    private ChoiceTable()
    {
        object[] options = typeof(TEnum).GetCustomAttribute<OptionsAttribute>()?.KeysAndLabels
            ?? throw new InvalidOperationException($"{typeof(TEnum)} was not generated from a schema: it has no options.");
        IsInteger = options is [not string, ..];
        _options = new ChoiceOption[options.Length / 2];
        _byKey = new Dictionary<string, ChoiceOption>(_options.Length, StringComparer.Ordinal);
        _byNumber = new Dictionary<long, ChoiceOption>(_options.Length);
        for (int i = 0; i < _options.Length; i++)
        {
            string key = Convert.ToString(options[i * 2], CultureInfo.InvariantCulture)!;
            long number = IsInteger ? Convert.ToInt64(options[i * 2], CultureInfo.InvariantCulture) : i;
            var option = ChoiceOption.Known(key, (string)options[i * 2 + 1], IsInteger, number);
            _options[i] = option;
            _byKey.TryAdd(key, option);
            _byNumber.TryAdd(number, option);
        }
    }

    public static ChoiceTable<TEnum> Instance { get; } = new();

    public bool IsInteger { get; }

    public IReadOnlyList<KeyValuePair<string, string>> KeysAndLabels
        => [.. _options.Select(static option => KeyValuePair.Create(option.Key, option.Display ?? ""))];

    public static TEnum ToEnum(long number)
    {
        if (Unsafe.SizeOf<TEnum>() == sizeof(long)) return Unsafe.As<long, TEnum>(ref number);

        int small = (int)number;
        return Unsafe.As<int, TEnum>(ref small);
    }

    public static long ToNumber(TEnum value)
        => Unsafe.SizeOf<TEnum>() == sizeof(long) ? Unsafe.As<TEnum, long>(ref value) : Unsafe.As<TEnum, int>(ref value);

    public ChoiceOption Find(TEnum value)
    {
        long number = ToNumber(value);
        if (!IsInteger && (ulong)number < (ulong)_options.Length) return _options[number];

        if (_byNumber.TryGetValue(number, out ChoiceOption? option)) return option;

        return IsInteger
            ? ChoiceOption.Unknown(number.ToString(CultureInfo.InvariantCulture), null, isNumber: true)
            : throw new ArgumentOutOfRangeException(nameof(value), value, $"{typeof(TEnum).Name} has no such member.");
    }

    /// <summary>Finds or makes the option of a key that came as text.</summary>
    public ChoiceOption Find(string key)
        => _byKey.TryGetValue(key, out ChoiceOption? option) ? option : Unknown(key, IsInteger && JsonText.IsNumber(key));

    /// <summary>Finds or makes the option of a key in JSON, without quotes and escapes.</summary>
    public ChoiceOption Find(ReadOnlySpan<byte> key, bool isNumber)
    {
        foreach (ChoiceOption option in _options.Length <= FewOptions ? _options : [])
        {
            if (option.IsNumber == isNumber && IsKeyOf(option, key)) return option;
        }

        string text = Encoding.UTF8.GetString(key);
        if (_byKey.TryGetValue(text, out ChoiceOption? known) && (known.IsNumber == isNumber || IsInteger)) return known;

        return isNumber && IsInteger && IsWhole(text, out long number) && _byNumber.TryGetValue(number, out known)
            ? known
            : Unknown(text, isNumber);
    }

    private static bool IsKeyOf(ChoiceOption option, ReadOnlySpan<byte> key)
        => option.IsNumber
            ? key.SequenceEqual(option.KeyJson)
            : key.Length == option.KeyJson.Length - 2 && key.SequenceEqual(option.KeyJson.AsSpan(1, key.Length));

    /// <summary>Takes <c>7.0</c> and <c>7e0</c> for 7, as servers may write them.</summary>
    private static bool IsWhole(string text, out long number)
    {
        number = 0;
        if (!decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal value)
            || value != decimal.Truncate(value) || value is < long.MinValue or > long.MaxValue)
        {
            return false;
        }

        number = (long)value;
        return true;
    }

    private ChoiceOption Unknown(string key, bool isNumber)
    {
        ChoiceOption? last = _lastUnknown;
        return last is not null && last.Key == key && last.IsNumber == isNumber
            ? last
            : _lastUnknown = ChoiceOption.Unknown(key, null, isNumber);
    }
}
