using System.ComponentModel;
using JourneyApps.Internal.Serialization.Bodies;

namespace JourneyApps.CompilerServices;

/// <summary>Takes the members of a model one by one and writes those that the write sends.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref partial struct ModelWriter
{
    private readonly ModelInfo _info;
    private readonly ReadOnlySpan<MemberInfo> _members;
    private readonly FieldMask _mask;
    private readonly JsonOutput _output;
    private readonly JsonBody? _body;
    private readonly WriteMode _mode;

    internal ModelWriter(ModelInfo info, in FieldMask mask, JsonBody body, WriteMode mode)
        : this(info, mask, body.Output, mode) => _body = body;

    internal ModelWriter(ModelInfo info, in FieldMask mask, JsonOutput output, WriteMode mode)
    {
        _info = info;
        _members = info.Members;
        _mask = mask;
        _output = output;
        _mode = mode;
    }

    /// <summary>Writes the name, and null if there is no value.</summary>
    /// <returns>True when a value has to follow.</returns>
    private readonly bool Begin(int member, bool hasValue)
    {
        if (!_mask[member] || (!hasValue && _mode == WriteMode.ApiWithoutNulls)) return false;

        MemberInfo info = _members[member];
        if (_info.HasDuplicates && info.DuplicateOf >= 0 && _mask[info.DuplicateOf])
            return false;       // the same JSON name was written

        _output.WriteLabel(info.Label);
        if (!hasValue)
            _output.WriteNull();
        return hasValue;
    }

    private readonly InvalidOperationException Refuse(int member, string why)
        => new($"{_info.Name}.{_members[member].Name} cannot be written: {why}");
}
