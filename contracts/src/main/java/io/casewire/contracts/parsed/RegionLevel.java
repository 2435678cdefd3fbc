package io.casewire.contracts.parsed;

/** A level of regions below a province. */
public enum RegionLevel {
    /** 设区市, 自治州, 地区, 盟: what stands right below a province. */
    PREFECTURE,
    /** 县, 县级市, 市辖区: what stands below a prefecture, or right below a municipality. */
    COUNTY
}
